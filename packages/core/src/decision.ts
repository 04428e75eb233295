import type { CosineSimilarity } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';
import type { DecisionThreshold } from './threshold.ts';

/** Why a photograph gives no face to compare. */
export type CaptureRefusal =
  | 'no-face'
  | 'multiple-faces'
  | 'face-too-small'
  /** An eye, the nose or a corner of the mouth lies outside the image. */
  | 'face-cut-off'
  | 'face-too-dark'
  | 'face-too-bright'
  /** Out of focus, or moved. */
  | 'face-blurred'
  /** Something plain lies over it, or over the eyes; or it was coarsened into blocks. */
  | 'face-covered'
  /** To a side, up or down, further than it was measured that strangers are told apart. */
  | 'face-turned'
  /** Wider or narrower than faces are. */
  | 'face-distorted'
  /** In fog, in coloured light, in noise, a negative, or hardly seen to be a face at all. */
  | 'face-uncertain';

/** Why no decision could be made. */
export type InconclusiveReason = CaptureRefusal | 'model-not-trained';

/**
 * The decision about two faces. Whatever could not be compared is `inconclusive`, with the reason and the side that it
 * lies on.
 */
export type VerificationResult =
  | {
      readonly outcome: 'match' | 'non-match';
      readonly similarity: CosineSimilarity;
      readonly threshold: DecisionThreshold;
    }
  | {
      readonly outcome: 'inconclusive';
      readonly reason: CaptureRefusal;
      /** The side that could not be used. */
      readonly side: 'probe' | 'reference';
    }
  /** The model has no threshold whose error rate is known. */
  | { readonly outcome: 'inconclusive'; readonly reason: 'model-not-trained' };

/**
 * `match` if and only if the similarity reaches the threshold.
 *
 * @throws {FaceVerifyError} `embedding-invalid` where the similarity is no cosine in [-1, 1], `option-invalid` where
 *   the threshold's is no finite number: neither says anything about the faces
 */
export function decide(similarity: CosineSimilarity, threshold: DecisionThreshold): VerificationResult {
  if (!(Number.isFinite(similarity) && Math.abs(similarity) <= 1)) {
    throw new FaceVerifyError('embedding-invalid', 'The similarity is not a cosine in [-1, 1].', {
      details: { similarity: String(similarity) },
    });
  }
  if (!Number.isFinite(threshold?.similarity)) {
    throw new FaceVerifyError('option-invalid', 'The threshold has no similarity that is a finite number.');
  }
  return { outcome: similarity >= threshold.similarity ? 'match' : 'non-match', similarity, threshold };
}
