import type { Candidate, CosineSimilarity, FaceTemplate } from 'face-verify';

/** How attempts end, by any mode. */
export const OUTCOMES = [
  'match',
  'non-match',
  'enrolled',
  'identified',
  'not-identified',
  'captured',
  'inconclusive',
] as const;

/** How an attempt of any mode can end. */
export type FaceVerifyOutcome = (typeof OUTCOMES)[number];

/** What the SDK decided, by any mode. */
export interface FaceVerifyResult {
  readonly outcome: FaceVerifyOutcome;
  /** Why it is inconclusive, as a stable code. */
  readonly reason?: string;
  /** Whose photograph or frames could not be used. */
  readonly side?: 'probe' | 'reference';
  readonly similarity?: CosineSimilarity;
  readonly template?: FaceTemplate;
  /** Of a gallery, the most similar first. */
  readonly candidates?: readonly Candidate[];
  /** The result, signed. */
  readonly token?: string;
}
