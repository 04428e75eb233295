import { OutcomeJournal, PhotographAttempts, pipelineIdentity, showProgress } from '@face-verify/headless';
import { readCard } from '../../engine/load-embedder.ts';
import type { Condition } from '../conditions/condition.ts';
import { type ConditionsReport, reportConditions } from '../conditions/condition-report.ts';
import { AS_IT_IS, CONDITIONS } from '../conditions/conditions.ts';
import type { ImageOutcome } from '../conditions/image-outcome.ts';
import type { NamedPhotograph } from '../conditions/named-photograph.ts';
import { openConditions } from '../conditions/open-conditions.ts';
import { sourceDigest } from '../conditions/source-digest.ts';
import { findPhotographs } from './find-photographs.ts';
import { runConditions } from './run-conditions.ts';
import { startPipeline } from './start-pipeline.ts';

export interface MeasureConditionsOptions {
  /** Folder name in `models/`. */
  readonly model: string;
  readonly photographs: readonly NamedPhotograph[];
  /** More people, for the conditions that the photographs leave open. */
  readonly morePeople?: readonly NamedPhotograph[];
  /** A similarity. */
  readonly threshold: number;
  /** Where outcomes are kept. */
  readonly cache: string;
  /** Folder of all packages. */
  readonly packages: string;
}

/**
 * Treats photographs alike in every condition and sees how well the shipped pipeline tells people apart then.
 *
 * @throws {FaceVerifyError} where the pipeline itself has failed, not an image
 */
export async function measureConditions(options: MeasureConditionsOptions): Promise<ConditionsReport> {
  const pipeline = await startPipeline(options.model);
  try {
    const identity = `${pipelineIdentity(await pipeline.load())} ${sourceDigest(options.packages)}`;
    const journal = new OutcomeJournal<ImageOutcome>(options.cache, identity);
    const measure = async (photographs: readonly NamedPhotograph[], conditions: readonly Condition[]) => {
      const found = await findPhotographs(photographs, pipeline, new PhotographAttempts());
      const steps = conditions.reduce((sum, condition) => sum + condition.steps.length, 0);
      const progress = showProgress('images', steps * found.length);
      const results = await runConditions(conditions, found, pipeline, journal, progress.advance).finally(
        progress.stop,
      );
      return reportConditions(found, results, options.threshold);
    };
    const measured = await measure(options.photographs, CONDITIONS);
    const left = openConditions(measured.steps);
    const { morePeople } = options;
    return {
      weights: readCard(options.model).weights.sha256,
      threshold: options.threshold,
      ...measured,
      ...(morePeople && left.length > 0 && { morePeople: await measure(morePeople, [AS_IT_IS, ...left]) }),
    };
  } finally {
    await pipeline.close();
  }
}
