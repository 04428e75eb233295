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
  const trusted = held.filter(({ record }) => isTrusted(record));
  return {
    heldOut: held.map(({ face }) => face),
    validate: async (run) => verificationFigures(subjectPairDistribution(await facePairs(trusted, run))),
    describe: (run) => describeEmbedder(held, outputLength(network), run),
  };
}
