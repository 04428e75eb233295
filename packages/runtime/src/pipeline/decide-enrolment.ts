import { type Embedding, fuseFrames, relativeNorms, type Threshold } from '@face-verify/core';
import type { CapturedFace, CaptureResult, EnrolmentResult, EnrolOptions } from '../api.ts';

type Weighting = NonNullable<EnrolOptions['weighting']>;

/** What each kept face counts in the template. */
const WEIGHINGS: Readonly<Record<Weighting, (faces: readonly Embedding[]) => readonly number[]>> = {
  equal: (faces) => faces.map(() => 1),
  norm: relativeNorms,
};

/**
 * The template of a subject's captures; none where one of them has no face, where most of them do not show one
 * person, or where nothing is known about how alike a person's faces are to the model.
 *
 * @param threshold - links faces unless the options say from which similarity on
 * @throws {FaceVerifyError} `embedding-invalid` for no captures, `contract-mismatch`, `option-invalid`
 */
export function decideEnrolment(
  captures: readonly CaptureResult[],
  threshold: Threshold | undefined,
  { linkSimilarity = threshold?.similarity, weighting = 'equal' }: EnrolOptions = {},
): EnrolmentResult {
  const refused = captures.find((capture) => capture.outcome === 'inconclusive');
  if (refused) return { outcome: 'inconclusive', reason: refused.reason, captures };
  const faces = captures.filter((capture): capture is CapturedFace => capture.outcome === 'captured');
  const frames = faces.map(({ embedding }) => embedding);
  // A single face has nothing to agree with.
  if (linkSimilarity === undefined && frames.length > 1) {
    return { outcome: 'inconclusive', reason: 'model-not-trained', captures };
  }
  const { template, kept, dropped } = fuseFrames(frames, { linkSimilarity, weigh: WEIGHINGS[weighting] });
  if (kept.length * 2 <= frames.length) return { outcome: 'inconclusive', reason: 'inconsistent-faces', captures };
  return { outcome: 'enrolled', template, captures, dropped };
}
