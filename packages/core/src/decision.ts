import type { CosineSimilarity } from './embedding.ts';

/** A similarity from which on two faces count as one person's, and what that costs. */
export interface Threshold {
  readonly similarity: number;
  /** False match rate that it was chosen for, e.g. 0.001. */
  readonly targetFmr: number;
  /** 95 % interval of the false match rate, by bootstrap over identities. */
  readonly fmrInterval: readonly [low: number, high: number];
  /** The pairs that it was measured on. */
  readonly measuredOn: string;
}

/** Why a photograph gives no face to compare. */
export type CaptureRefusal = 'no-face' | 'multiple-faces' | 'face-too-small';

/** Why no decision could be made. */
export type InconclusiveReason = CaptureRefusal | 'model-not-trained';

export type VerificationResult =
  | {
      readonly outcome: 'match' | 'non-match';
      readonly similarity: CosineSimilarity;
      readonly threshold: Threshold;
    }
  | {
      readonly outcome: 'inconclusive';
      readonly reason: CaptureRefusal;
      /** The side that could not be used. */
      readonly side: 'probe' | 'reference';
    }
  /** The model has no threshold whose error rate is known. */
  | { readonly outcome: 'inconclusive'; readonly reason: 'model-not-trained' };

/** `match` if and only if the similarity reaches the threshold; anything that is not a number does not. */
export function decide(similarity: CosineSimilarity, threshold: Threshold): VerificationResult {
  const outcome = similarity >= threshold.similarity ? 'match' : 'non-match';
  return { outcome, similarity, threshold };
}
