import { type DecisionThreshold, type Embedding, fuseFrames, fuseTemplate, relativeNorms } from '@face-verify/core';
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
 * @param mirrored - for each capture the mirror image of its face, embedded; undefined where there is none. In the
 *   template it counts as much as the face itself; faces are linked without it.
 * @throws {FaceVerifyError} `embedding-invalid` for no captures, `contract-mismatch`, `option-invalid`
 */
export function decideEnrolment(
  captures: readonly CaptureResult[],
  threshold: DecisionThreshold | undefined,
  { linkSimilarity = threshold?.similarity, weighting = 'equal' }: EnrolOptions = {},
  mirrored: readonly (Embedding | undefined)[] = [],
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
  const { kept } = fuseFrames(frames, { linkSimilarity });
  if (!isMajority(kept.length)) return { outcome: 'inconclusive', reason: 'inconsistent-faces', captures };
  const used = kept.map((frame) => faces[frame] as (typeof faces)[number]);
  const weights = WEIGHINGS[weighting](used.map(({ embedding }) => embedding));
  const views = used.flatMap(({ index, embedding }, i) =>
    [embedding, mirrored[index]].flatMap((view) => (view ? [{ view, weight: weights[i] as number }] : [])),
  );
  const { embedding } = fuseTemplate(
    views.map(({ view }) => view),
    views.map(({ weight }) => weight),
  );
  const indices = new Set(used.map(({ index }) => index));
  return {
    outcome: 'enrolled',
    template: { embedding, faceCount: used.length },
    captures,
    dropped: [...captures.keys()].filter((i) => !indices.has(i)),
  };
}
