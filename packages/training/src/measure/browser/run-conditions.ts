import { type OutcomeJournal, PhotographAttempts, type PipelineBrowser } from '@face-verify/headless';
import type { Condition, FoundPhotograph } from '../conditions/condition.ts';
import type { StepOutcomes } from '../conditions/condition-report.ts';
import { type ImageOutcome, imageName } from '../conditions/image-outcome.ts';
import { captureImage, outcomeOf } from './capture-image.ts';

/**
 * Sends every photograph in every step of every condition through the whole pipeline.
 *
 * @param advance - called after each image
 * @throws {FaceVerifyError} where the pipeline itself has failed, not an image
 */
export async function runConditions(
  conditions: readonly Condition[],
  photographs: readonly FoundPhotograph[],
  pipeline: Pick<PipelineBrowser, 'capture'>,
  journal: Pick<OutcomeJournal<ImageOutcome>, 'get' | 'set'>,
  advance: () => void,
): Promise<StepOutcomes[]> {
  const attempts = new PhotographAttempts();
  const results: StepOutcomes[] = [];
  for (const condition of conditions) {
    for (const step of condition.steps) {
      const outcomes: ImageOutcome[] = [];
      for (const photograph of photographs) {
        const image = await step.apply(photograph);
        const name = imageName(image);
        let outcome = journal.get(name);
        if (outcome === undefined) {
          outcome = outcomeOf(await captureImage(pipeline, attempts, image));
          // What the browser failed at, another run may mend.
          if (outcome.outcome === 'captured' || outcome.reason !== 'internal') journal.set(name, outcome);
        }
        outcomes.push(outcome);
        advance();
      }
      results.push({ condition, step, outcomes });
    }
  }
  return results;
}
