import type { ContractId } from './contract.ts';
import { dotProduct } from './dot-product.ts';
import { FaceVerifyError } from './errors.ts';

declare const similarityBrand: unique symbol;
/** Raw cosine in [-1, 1]; not a probability. */
export type CosineSimilarity = number & { readonly [similarityBrand]: true };

/** A face as a direction in the embedder's space. It outlives the page as {@link embeddingCodec} writes it. */
export interface Embedding {
  /** Unit length. */
  readonly vector: Float32Array;
  /** Length before normalising; low for faces that the network saw poorly. */
  readonly norm: number;
  readonly contract: ContractId;
}

/**
 * How far from 1 the length of a vector may be. Rounding to 32 bits moves it by less than 1e-7; a vector that is
 * further off was rounded again, cut off, or never an embedding.
 */
export const UNIT_LENGTH_TOLERANCE = 1e-5;

/**
 * Normalises a network's output.
 *
 * @throws {FaceVerifyError} `embedding-invalid` where it is empty, zero or not finite: such an output must
 *   never reach a comparison
 */
export function createEmbedding(raw: ArrayLike<number>, contract: ContractId): Embedding {
  const norm = lengthOf(raw);
  if (!Number.isFinite(norm) || norm < 1e-6) {
    throw new FaceVerifyError('embedding-invalid', 'The embedder gave no usable vector.', {
      details: { length: raw.length, norm: String(norm) },
    });
  }
  return { vector: Float32Array.from(raw, (value) => value / norm), norm, contract };
}

/**
 * Checks that a value of unknown origin is an embedding as {@link createEmbedding} makes it.
 *
 * @throws {FaceVerifyError} `embedding-invalid` with what is wrong with it: no `Float32Array`, empty, not finite, not of
 *   unit length within {@link UNIT_LENGTH_TOLERANCE}, without a norm above 0 or a contract
 */
export function assertEmbedding(value: unknown): asserts value is Embedding {
  const { vector, norm, contract } = (value ?? {}) as Record<keyof Embedding, unknown>;
  // Not `instanceof`: it may be of another window.
  if (!ArrayBuffer.isView(vector) || Object.prototype.toString.call(vector) !== '[object Float32Array]') {
    throw invalid('its vector is no Float32Array, as after JSON; store embeddings with embeddingCodec');
  }
  const length = lengthOf(vector as Float32Array);
  if (!(Math.abs(length - 1) <= UNIT_LENGTH_TOLERANCE)) {
    throw invalid(`its vector has a length of ${length.toPrecision(6)} and not 1`);
  }
  if (typeof norm !== 'number' || !(norm > 0 && Number.isFinite(norm))) {
    throw invalid('its norm is no finite number above 0');
  }
  if (typeof contract !== 'string' || contract === '') throw invalid('it has no contract');
}

function invalid(why: string): FaceVerifyError {
  return new FaceVerifyError('embedding-invalid', `This is no embedding: ${why}.`);
}

/**
 * @throws {FaceVerifyError} `contract-mismatch` where the embeddings come from different models or preprocessing,
 *   `embedding-invalid` where their product is not that of unit vectors
 */
export function cosineSimilarity(p: Embedding, q: Embedding): CosineSimilarity {
  if (p.contract !== q.contract || p.vector.length !== q.vector.length) {
    throw new FaceVerifyError(
      'contract-mismatch',
      'These embeddings come from different models and cannot be compared; enrol again with the current model.',
      { details: { probe: p.contract, reference: q.contract } },
    );
  }
  return toCosine(dotProduct(p.vector, 0, q.vector, 0, p.vector.length));
}

/**
 * The cosine of two vectors of unit length, as their product: rounding may leave it a little outside of [-1, 1].
 *
 * @throws {FaceVerifyError} `embedding-invalid` where it is further off
 */
export function toCosine(product: number): CosineSimilarity {
  if (!(Math.abs(product) <= (1 + UNIT_LENGTH_TOLERANCE) ** 2)) {
    throw new FaceVerifyError('embedding-invalid', 'These vectors are not of unit length.');
  }
  return Math.min(1, Math.max(-1, product)) as CosineSimilarity;
}

function lengthOf(vector: ArrayLike<number>): number {
  let square = 0;
  for (let i = 0; i < vector.length; i++) square += (vector[i] as number) ** 2;
  return Math.sqrt(square);
}
