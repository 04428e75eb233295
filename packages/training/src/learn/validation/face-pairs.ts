import { embeddingPairs, type SubjectPairs } from '@face-verify/eval';
import type { HeldOutFace } from '../../data/held-out-faces.ts';
import type { Run } from '../tasks/training-task.ts';
import { runImages } from './run-images.ts';

/** All pairs of faces as a network embeds them. */
export async function facePairs(held: readonly HeldOutFace[], run: Run): Promise<SubjectPairs> {
  const rows = await runImages(
    held.map(({ face }) => face),
    run,
  );
  return embeddingPairs(
    rows,
    held.map(({ record }) => record.identity),
  );
}
