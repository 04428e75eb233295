import { type DecisionThreshold, type Embedding, fuseFrames, relativeNorms } from '@face-verify/core';
import type { CaptureResult, EnrolmentResult, EnrolOptions } from '../api.ts';

type Weighting = NonNullable<EnrolOptions['weighting']>;

/** What each kept face counts in the template. */
const WEIGHINGS: Readonly<Record<Weighting, (faces: readonly Embedding[]) => readonly number[]>> = {
  equal: (faces) => faces.map(() => 1),
  norm: relativeNorms,
};

/**
 * The template of a subject's captures. Captures without exactly one usable face, and faces that are not linked to the
 * others, are left out. There is a template only if more than half of all captures remain.
 *
 * @param threshold - links faces unless the options say from which similarity on
 * @throws {FaceVerifyError} `embedding-invalid` for no captures, `contract-mismatch`, `option-invalid`
 */
export function decideEnrolment(
  captures: readonly CaptureResult[],
  threshold: DecisionThreshold | undefined,
  { linkSimilarity = threshold?.similarity, weighting = 'equal' }: EnrolOptions = {},
): EnrolmentResult {
  const isMajority = (count: number) => count * 2 > captures.length;
  const faces = captures.flatMap((capture, index) =>
    capture.outcome === 'captured' ? [{ index, embedding: capture.embedding }] : [],
  );
  const refused = captures.find((capture) => capture.outcome === 'inconclusive');
  if (refused && !isMajority(faces.length)) return { outcome: 'inconclusive', reason: refused.reason, captures };
  // A single face has nothing to agree with.
  if (linkSimilarity === undefined && faces.length > 1) {
    return { outcome: 'inconclusive', reason: 'model-not-trained', captures };
  }
  const frames = faces.map(({ embedding }) => embedding);
  const { template, kept } = fuseFrames(frames, { linkSimilarity, weigh: WEIGHINGS[weighting] });
  if (!isMajority(kept.length)) return { outcome: 'inconclusive', reason: 'inconsistent-faces', captures };
  const used = new Set(kept.map((frame) => faces[frame]?.index));
  return { outcome: 'enrolled', template, captures, dropped: [...captures.keys()].filter((i) => !used.has(i)) };
}
