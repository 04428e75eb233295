import {
  type Figure,
  pairedDifferences,
  type SubjectPairs,
  VERIFICATION_STATISTICS,
  type VerificationFigures,
  verificationFiguresWithIntervals,
} from '@face-verify/eval';
import { openCrops } from '../../data/crop-reader.ts';
import { heldOutFaces, isTrusted } from '../../data/held-out-faces.ts';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import type { Engine } from '../../engine/engine.ts';
import { createTask } from '../../learn/tasks/create-task.ts';
import { readCheckpoint } from '../../learn/trainer/checkpoint.ts';
import { bestCheckpoint } from '../../learn/trainer/run-training.ts';
import { startFrom } from '../../learn/trainer/start-from.ts';
import { facePairs } from '../../learn/validation/face-pairs.ts';
import { isFinished } from './run-series.ts';
import type { Series } from './series.ts';

/** What a run came to. */
export interface SeriesResult {
  readonly label: string;
  /** Pictures that it has seen; where a run keeps its best state, those up to that. */
  readonly pictures: number;
  /** By the names of `VERIFICATION_METRICS`, with 95 % intervals by bootstrap over identities. */
  readonly figures: VerificationFigures<Figure>;
  /** How much more of each it has than the first run, both on the same resamples; null for the first. */
  readonly gain: VerificationFigures<Figure> | null;
}

/**
 * Measures what the runs have come to on the trusted crops of the research sets' validation split. A run that has
 * not come to its end is left out: it had less of the budget.
 *
 * @param folderOf - where a run keeps its checkpoint
 */
export async function measureSeries(
  { runs }: Series,
  engine: Engine,
  folderOf: (name: string) => string,
): Promise<readonly SeriesResult[]> {
  const held = heldOutFaces(openCrops(RESEARCH_CROPS)).filter(
    ({ record }) => record.split === 'val' && isTrusted(record),
  );
  const results: SeriesResult[] = [];
  let first: SubjectPairs | undefined;
  for (const { label, config } of runs) {
    if (!isFinished(config, folderOf(config.name))) continue;
    const checkpoint = bestCheckpoint(folderOf(config.name));
    const task = await createTask(config.task, engine);
    startFrom(task, checkpoint);
    const pairs = await facePairs(held, task.run);
    for (const { variable } of task.parameters) variable.dispose();
    results.push({
      label,
      pictures: readCheckpoint(checkpoint).state.picture,
      figures: verificationFiguresWithIntervals(pairs),
      gain: first ? pairedDifferences(pairs, first, VERIFICATION_STATISTICS) : null,
    });
    first ??= pairs;
  }
  return results;
}
