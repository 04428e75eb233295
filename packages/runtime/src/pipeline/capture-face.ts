import { type CaptureRefusal, cosineSimilarity, type RgbaImage } from '@face-verify/core';
import type { CaptureResult, RefusedCapture, SubjectRule } from '../api.ts';
import type { CallScope } from '../call-scope.ts';
import { type EmbedPipeline, embedFace } from './embed-face.ts';
import { findSubject } from './find-subject.ts';
import type { LookPipeline } from './look-at-face.ts';
import { lookThere } from './look-there.ts';
import { openFrame } from './open-frame.ts';

/** What a photograph passes through. */
export interface CapturePipeline extends LookPipeline, EmbedPipeline {
  /** Two faces of one photograph are one person's from here on; undefined: that cannot be told. */
  readonly samePersonSimilarity: number | undefined;
}

/** Documents have one or two small portraits beside the large one. More faces are a crowd, and are not compared. */
const MOST_GHOSTS = 3;

/**
 * One photograph's way to an embedding: decode, detect, choose, points, align, measure, embed.
 *
 * Where other faces could be meant as well, each has to be the chosen person's, as the ghost portrait of an identity
 * card is; otherwise, and in doubt, it cannot be said whom the photograph is of.
 *
 * @param scope - of the call; asked between every two steps
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`,
 *   `embedding-invalid`, or why the call is over
 */
export async function captureFace(
  pipeline: CapturePipeline,
  decode: () => Promise<RgbaImage>,
  scope: CallScope,
  subject?: SubjectRule,
): Promise<CaptureResult> {
  const frame = await openFrame(decode, scope);
  const { image, detections, choice, detectMs } = await findSubject(pipeline.detector, frame, scope, subject);
  const refused = (reason: CaptureRefusal, more: Omit<Partial<RefusedCapture>, 'outcome' | 'reason'>) =>
    ({ outcome: 'inconclusive', reason, image, detections, timings: {}, ...more }) as const;

  const begun = { decodeMs: frame.decodeMs, detectMs };
  if (choice.outcome === 'refused') return refused(choice.reason, { timings: begun });
  const { face: detection, rivals } = choice;
  const similarity = pipeline.samePersonSimilarity;
  const severalFaces = refused('multiple-faces', { timings: begun });
  if (rivals.length > 0 && (similarity === undefined || rivals.length > MOST_GHOSTS)) return severalFaces;

  const { face, refusal, timings } = await lookThere(pipeline, frame, detection, scope);
  if (refusal !== undefined) {
    if (rivals.length > 0) return severalFaces;
    const { quality, limits } = face;
    return refused(refusal, { quality, limits, timings: { ...timings, detectMs } });
  }
  const { embedding, embedMs } = await embedFace(pipeline, face.aligned, scope);
  for (const rival of rivals) {
    const other = await lookThere(pipeline, frame, rival, scope);
    if (other.refusal !== undefined) return severalFaces;
    const ghost = await embedFace(pipeline, other.face.aligned, scope);
    if (!(cosineSimilarity(embedding, ghost.embedding) >= (similarity as number))) return severalFaces;
  }
  return { outcome: 'captured', image, detection, ...face, embedding, timings: { ...timings, detectMs, embedMs } };
}
