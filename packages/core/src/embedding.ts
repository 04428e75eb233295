import { PREPROCESSING_VERSION } from './alignment.ts';
import { FaceVerifyError } from './errors.ts';

declare const contractBrand: unique symbol;
/** Names everything that two embeddings must share to be comparable. */
export type ContractId = string & { readonly [contractBrand]: true };

declare const similarityBrand: unique symbol;
/** Raw cosine in [-1, 1]; not a probability. */
export type CosineSimilarity = number & { readonly [similarityBrand]: true };

/** A face as a direction in the embedder's space. */
export interface Embedding {
  /** Unit length. */
  readonly vector: Float32Array;
  /** Length before normalising; low for faces that the network saw poorly. */
  readonly norm: number;
  readonly contract: ContractId;
}

export function contractId(parts: { modelId: string; weightsSha256: string; dimension: number }): ContractId {
  return `${parts.modelId}/${parts.weightsSha256}/${parts.dimension}/${PREPROCESSING_VERSION}` as ContractId;
}

/**
 * Normalises a network's output.
 *
 * @throws {FaceVerifyError} `embedding-invalid` where it is empty, zero or not finite: such an output must
 *   never reach a comparison
 */
export function createEmbedding(raw: ArrayLike<number>, contract: ContractId): Embedding {
  let square = 0;
  for (let i = 0; i < raw.length; i++) square += (raw[i] as number) ** 2;
  const norm = Math.sqrt(square);
  if (!Number.isFinite(norm) || norm < 1e-6) {
    throw new FaceVerifyError('embedding-invalid', 'The embedder gave no usable vector.', {
      details: { length: raw.length, norm: String(norm) },
    });
  }
  return { vector: Float32Array.from(raw, (value) => value / norm), norm, contract };
}

/** @throws {FaceVerifyError} `contract-mismatch` where the embeddings come from different models or preprocessing */
export function cosineSimilarity(p: Embedding, q: Embedding): CosineSimilarity {
  if (p.contract !== q.contract || p.vector.length !== q.vector.length) {
    throw new FaceVerifyError(
      'contract-mismatch',
      'These embeddings come from different models and cannot be compared; enrol again with the current model.',
      { details: { probe: p.contract, reference: q.contract } },
    );
  }
  let dot = 0;
  for (let i = 0; i < p.vector.length; i++) dot += (p.vector[i] as number) * (q.vector[i] as number);
  return Math.min(1, Math.max(-1, dot)) as CosineSimilarity;
}
