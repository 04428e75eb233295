import { type ComparedFace, readFace } from './compared-face.ts';
import type { ContractId } from './contract.ts';
import { decide, type VerificationResult } from './decision.ts';
import { cosineSimilarity } from './embedding.ts';
import type { DecisionThreshold } from './threshold.ts';

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
  const p = readFace(probe, contract, dimension);
  const q = readFace(reference, contract, dimension);
  if (typeof p === 'string') return { outcome: 'inconclusive', reason: p, side: 'probe' };
  if (typeof q === 'string') return { outcome: 'inconclusive', reason: q, side: 'reference' };
  const similarity = cosineSimilarity(p, q);
  if (threshold === undefined) return { outcome: 'inconclusive', reason: 'model-not-trained' };
  return decide(similarity, threshold);
}
