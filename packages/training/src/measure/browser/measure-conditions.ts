import { PhotographAttempts, pipelineIdentity, showProgress } from '@face-verify/headless';
import { readCard } from '../../engine/load-embedder.ts';
import { ConditionJournal } from '../conditions/condition-journal.ts';
import { type ConditionsReport, reportConditions } from '../conditions/condition-report.ts';
import { CONDITIONS } from '../conditions/conditions.ts';
import type { NamedPhotograph } from '../conditions/named-photograph.ts';
import { sourceDigest } from '../conditions/source-digest.ts';
import { findPhotographs } from './find-photographs.ts';
import { runConditions } from './run-conditions.ts';
import { startPipeline } from './start-pipeline.ts';

export interface MeasureConditionsOptions {
  /** Folder name in `models/`. */
  readonly model: string;
  readonly photographs: readonly NamedPhotograph[];
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
    const journal = new ConditionJournal(options.cache, identity);
    const found = await findPhotographs(options.photographs, pipeline, new PhotographAttempts());
    const steps = CONDITIONS.reduce((sum, condition) => sum + condition.steps.length, 0);
    const progress = showProgress('images', steps * found.length);
    const results = await runConditions(CONDITIONS, found, pipeline, journal, progress.advance).finally(progress.stop);
    const weights = readCard(options.model).weights.sha256;
    return { weights, ...reportConditions(found, results, options.threshold) };
  } finally {
    await pipeline.close();
  }
}
