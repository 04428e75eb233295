import { PhotographAttempts, type PipelineBrowser } from '@face-verify/headless';
import type { Condition, FoundPhotograph } from '../conditions/condition.ts';
import { type ConditionJournal, type PictureOutcome, pictureName } from '../conditions/condition-journal.ts';
import type { StepOutcomes } from '../conditions/condition-report.ts';
import { capturePicture, outcomeOf } from './capture-picture.ts';

/**
 * Sends every photograph in every step of every condition through the whole pipeline.
 *
 * @param advance - called after each picture
 * @throws {FaceVerifyError} where the pipeline itself has failed, not a picture
 */
export async function runConditions(
  conditions: readonly Condition[],
  photographs: readonly FoundPhotograph[],
  pipeline: Pick<PipelineBrowser, 'capture'>,
  journal: Pick<ConditionJournal, 'get' | 'set'>,
  advance: () => void,
): Promise<StepOutcomes[]> {
  const attempts = new PhotographAttempts();
  const results: StepOutcomes[] = [];
  for (const condition of conditions) {
    for (const step of condition.steps) {
      const outcomes: PictureOutcome[] = [];
      for (const photograph of photographs) {
        const picture = await step.apply(photograph);
        const name = pictureName(picture);
        const outcome = journal.get(name) ?? outcomeOf(await capturePicture(pipeline, attempts, picture));
        // What the browser failed at, another run may mend.
        if (outcome.outcome === 'captured' || outcome.reason !== 'internal') journal.set(name, outcome);
        outcomes.push(outcome);
        advance();
      }
      results.push({ condition, step, outcomes });
    }
  }
  return results;
}
