import type { ContractId } from './contract.ts';
import type { CaptureRefusal } from './decision.ts';
import { assertEmbedding, type Embedding } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';
import type { FaceTemplate } from './template.ts';

/** A face to compare: of a capture, of an enrolment, or as an embedding. */
export type ComparableFace = { readonly outcome: 'captured'; readonly embedding: Embedding } | FaceTemplate | Embedding;

/** One side of a comparison: a face, or a capture without one. */
export type ComparedFace = ComparableFace | RefusedFace;

interface RefusedFace {
  readonly outcome: 'inconclusive';
  readonly reason: CaptureRefusal;
}

/**
 * What a side shows, which may come from anywhere.
 *
 * @returns why it was refused, where it shows no face
 * @throws {FaceVerifyError} as {@link embeddingOf}
 */
export function readFace(side: ComparedFace, contract: ContractId, dimension: number): Embedding | CaptureRefusal {
  return isRefused(side) ? side.reason : embeddingOf(side, contract, dimension);
}

/**
 * The embedding of a face that may come from anywhere.
 *
 * @throws {FaceVerifyError} `embedding-invalid` where it is none, see {@link assertEmbedding}, or not of this dimension;
 *   `contract-mismatch` where it is of another model
 */
export function embeddingOf(face: ComparableFace, contract: ContractId, dimension: number): Embedding {
  const value: unknown = unwrap(face);
  assertEmbedding(value);
  if (value.contract !== contract) {
    throw new FaceVerifyError(
      'contract-mismatch',
      'This face was seen by another model and cannot be compared; enrol again with the current one.',
      { details: { given: value.contract, inUse: contract } },
    );
  }
  if (value.vector.length !== dimension) {
    throw new FaceVerifyError('embedding-invalid', 'This embedding is longer or shorter than its model makes them.', {
      details: { length: value.vector.length, dimension },
    });
  }
  return value;
}

function isRefused(side: ComparedFace): side is RefusedFace {
  const { outcome, reason } = (side ?? {}) as Partial<RefusedFace>;
  return outcome === 'inconclusive' && typeof reason === 'string';
}

function unwrap(face: ComparableFace): unknown {
  if (typeof face !== 'object' || face === null) return face;
  if ('template' in face) {
    throw new FaceVerifyError('embedding-invalid', 'This is the result of an enrolment: hand over its template.');
  }
  return 'embedding' in face ? face.embedding : face;
}
