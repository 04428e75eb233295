import { createEmbedding, type Embedding } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';

/** What is kept of an enrolled subject: one embedding that stands for one or more faces. */
export interface FaceTemplate {
  readonly embedding: Embedding;
  /** How many faces it was averaged from. */
  readonly faceCount: number;
}

/**
 * Averages unit embeddings of one subject and normalises the mean (the papers' template fusion).
 *
 * @throws {FaceVerifyError} `embedding-invalid` for none, or where they cancel; `contract-mismatch`
 */
export function fuseTemplate(embeddings: readonly Embedding[]): FaceTemplate {
  const [first] = embeddings;
  if (first === undefined) throw new FaceVerifyError('embedding-invalid', 'A template needs at least one embedding.');
  const sum = new Float64Array(first.vector.length);
  for (const { vector, contract } of embeddings) {
    if (contract !== first.contract) {
      throw new FaceVerifyError('contract-mismatch', 'A template cannot mix embeddings of different models.');
    }
    vector.forEach((value, i) => {
      sum[i] = (sum[i] as number) + value / embeddings.length;
    });
  }
  return { embedding: createEmbedding(sum, first.contract), faceCount: embeddings.length };
}
