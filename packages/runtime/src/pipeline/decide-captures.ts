import { cosineSimilarity, decide, type Embedding, type Threshold, type VerificationResult } from '@face-verify/core';
import type { CaptureResult } from '../api.ts';

/**
 * The decision about two captures; none without a face on either side.
 *
 * @throws {FaceVerifyError} `contract-mismatch`
 */
export function decideCaptures(
  probe: CaptureResult,
  reference: CaptureResult,
  threshold: Threshold | undefined,
): VerificationResult {
  if (probe.outcome === 'inconclusive') return { outcome: 'inconclusive', reason: probe.reason, side: 'probe' };
  if (reference.outcome === 'inconclusive') {
    return { outcome: 'inconclusive', reason: reference.reason, side: 'reference' };
  }
  return decideEmbeddings(probe.embedding, reference.embedding, threshold);
}

/**
 * The decision about two embeddings; none without a threshold whose false match rate was measured.
 *
 * @throws {FaceVerifyError} `contract-mismatch`
 */
export function decideEmbeddings(
  probe: Embedding,
  reference: Embedding,
  threshold: Threshold | undefined,
): VerificationResult {
  const similarity = cosineSimilarity(probe, reference);
  if (threshold === undefined) return { outcome: 'inconclusive', reason: 'model-not-trained' };
  return decide(similarity, threshold);
}
