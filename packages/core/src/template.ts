import { createEmbedding, type Embedding } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';

/** What is stored of an enrolled subject: one embedding that stands for one or more of their faces. */
export interface FaceTemplate {
  /** Its norm tells how much the faces agree, 1 where they are all the same; it is no face's norm. */
  readonly embedding: Embedding;
  /** How many faces it was averaged from. */
  readonly faceCount: number;
}

/**
 * Averages unit embeddings of one subject and normalises the mean (the papers' template fusion).
 *
 * @param weights - what each face counts beside the others, finite and at least 0, one of them more; default:
 *   all the same. {@link relativeNorms} gives the better seen face more.
 * @throws {FaceVerifyError} `embedding-invalid` for none, or where they cancel; `contract-mismatch`;
 *   `option-invalid` for weights that are not such numbers, one for each face
 */
export function fuseTemplate(
  embeddings: readonly Embedding[],
  weights: readonly number[] = embeddings.map(() => 1),
): FaceTemplate {
  const [first] = embeddings;
  if (first === undefined) throw new FaceVerifyError('embedding-invalid', 'A template needs at least one embedding.');
  const total = totalWeight(weights, embeddings.length);
  const sum = new Float64Array(first.vector.length);
  embeddings.forEach(({ vector, contract }, face) => {
    if (contract !== first.contract || vector.length !== sum.length) {
      throw new FaceVerifyError('contract-mismatch', 'A template cannot mix embeddings of different models.');
    }
    const share = (weights[face] as number) / total;
    vector.forEach((value, i) => {
      sum[i] = (sum[i] as number) + value * share;
    });
  });
  return { embedding: createEmbedding(sum, first.contract), faceCount: embeddings.length };
}

function totalWeight(weights: readonly number[], faceCount: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const usable = weights.length === faceCount && weights.every((weight) => weight >= 0);
  if (usable && total > 0 && Number.isFinite(total)) return total;
  throw new FaceVerifyError('option-invalid', 'Each face of a template needs a weight, and one of them more than 0.', {
    details: { faceCount, weights: weights.length },
  });
}
