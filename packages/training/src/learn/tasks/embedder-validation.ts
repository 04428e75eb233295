import { subjectPairDistribution, verificationFigures } from '@face-verify/eval';
import { type Network, outputLength } from '@face-verify/nets';
import type { CropReader } from '../../data/crop-reader.ts';
import { heldOutFaces, isTrusted } from '../../data/held-out-faces.ts';
import { facePairs } from '../validation/face-pairs.ts';
import { describeEmbedder } from './describe-embedder.ts';
import type { TrainingTask } from './training-task.ts';

/** How every embedder is measured, whatever it learned from: on all pairs of the validation split. */
export function createEmbedderValidation(
  crops: CropReader,
  network: Network,
): Pick<TrainingTask, 'heldOut' | 'validate' | 'describe'> {
  const held = heldOutFaces(crops);
  // Where there are many people, they alone are watched: strict rates want them, and twice the pairs take twice as long.
  const watched = held.some(({ record }) => record.split === 'val2') ? 'val2' : 'val';
  const trusted = held.filter(({ record }) => record.split === watched && isTrusted(record));
  return {
    heldOut: held.map(({ face }) => face),
    validate: async (run) => verificationFigures(subjectPairDistribution(await facePairs(trusted, run))),
    describe: (run) => describeEmbedder(held, outputLength(network), run),
  };
}
