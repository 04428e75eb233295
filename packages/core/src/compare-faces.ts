import type { ContractId } from './contract.ts';
import { type CaptureRefusal, decide, type VerificationResult } from './decision.ts';
import { assertEmbedding, cosineSimilarity, type Embedding } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';
import type { FaceTemplate } from './template.ts';
import type { DecisionThreshold } from './threshold.ts';

/** One side of a comparison: a capture, with its face or without, a template, or an embedding. */
export type ComparedFace =
  | { readonly outcome: 'captured'; readonly embedding: Embedding }
  | { readonly outcome: 'inconclusive'; readonly reason: CaptureRefusal }
  | FaceTemplate
  | Embedding;

/** What a decision needs to know: the model, and the similarity from which on two faces match. */
export interface DecisionRule {
  /** Of the embeddings that the threshold was measured for. */
  readonly contract: ContractId;
  /** How many numbers such an embedding has. */
  readonly dimension: number;
  /** Undefined where no false match rate was measured for the model. */
  readonly threshold: DecisionThreshold | undefined;
}

/**
 * Decides whether two faces match. Inconclusive without a face on both sides, or without a threshold. Both sides may
 * come from anywhere, so they are checked.
 *
 * @throws {FaceVerifyError} `embedding-invalid` where a side is not one of these, see {@link assertEmbedding};
 *   `contract-mismatch` where it is of another model than the threshold
 */
export function compareFaces(
  probe: ComparedFace,
  reference: ComparedFace,
  { contract, dimension, threshold }: DecisionRule,
): VerificationResult {
  const faceOf = (side: ComparedFace): Embedding | CaptureRefusal => {
    if (isRefused(side)) return side.reason;
    const embedding = embeddingOf(side);
    assertComparable(embedding, contract, dimension);
    return embedding;
  };
  const [p, q] = [faceOf(probe), faceOf(reference)];
  if (typeof p === 'string') return { outcome: 'inconclusive', reason: p, side: 'probe' };
  if (typeof q === 'string') return { outcome: 'inconclusive', reason: q, side: 'reference' };
  const similarity = cosineSimilarity(p, q);
  if (threshold === undefined) return { outcome: 'inconclusive', reason: 'model-not-trained' };
  return decide(similarity, threshold);
}

type Refused = Extract<ComparedFace, { readonly outcome: 'inconclusive' }>;

function isRefused(side: ComparedFace): side is Refused {
  const { outcome, reason } = (side ?? {}) as Partial<Refused>;
  return outcome === 'inconclusive' && typeof reason === 'string';
}

function embeddingOf(side: Exclude<ComparedFace, Refused>): unknown {
  if (typeof side !== 'object' || side === null) return side;
  if ('template' in side) {
    throw new FaceVerifyError('embedding-invalid', 'This is the result of an enrolment: hand over its template.');
  }
  return 'embedding' in side ? side.embedding : side;
}

function assertComparable(value: unknown, contract: ContractId, dimension: number): asserts value is Embedding {
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
}
