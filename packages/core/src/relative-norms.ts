import type { Embedding } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';

/**
 * Each embedding's norm over the mean of theirs: how well the network saw each face beside the others. Above 1
 * is better than the average of these faces; comparable only among embeddings of one contract. As weights of
 * {@link fuseTemplate} they average what the network gave before it was normalised.
 *
 * @throws {FaceVerifyError} `embedding-invalid` where a norm is absent, as in embeddings stored without one, or
 *   not a positive number; `contract-mismatch`
 */
export function relativeNorms(embeddings: readonly Pick<Embedding, 'norm' | 'contract'>[]): number[] {
  const [first] = embeddings;
  for (const { norm, contract } of embeddings) {
    if (contract !== first?.contract) {
      throw new FaceVerifyError('contract-mismatch', 'Norms of different models cannot be compared.');
    }
    if (!(Number.isFinite(norm) && norm > 0)) {
      throw new FaceVerifyError('embedding-invalid', 'An embedding without a norm cannot be weighted by it.');
    }
  }
  const mean = embeddings.reduce((sum, { norm }) => sum + norm / embeddings.length, 0);
  return embeddings.map(({ norm }) => norm / mean);
}
