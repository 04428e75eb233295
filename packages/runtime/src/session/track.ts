import { alignmentLandmarks, centroid, distance, type Point } from '@face-verify/core';
import type { SeenFrame, SessionLook } from './session-event.ts';

/** After so many looks in a row that went where the face was before, the detector looks for others, too. */
export const LOOKS_BY_HINT = 8;

/** The face that is being followed from frame to frame. */
export interface Track {
  readonly frame: SeenFrame;
  readonly atMs: number;
  /** In its own eye distances per second. */
  readonly speed: number;
  /** Looks since the detector's last. */
  readonly looksByHint: number;
}

/**
 * The face to follow after one more look; undefined where it is lost.
 *
 * @param presenceLimit - a face whose presence is below it counts as none
 */
export function followFace(
  track: Track | undefined,
  look: SessionLook,
  atMs: number,
  presenceLimit: number,
): Track | undefined {
  if (look.outcome === 'unseen' || !(look.presence >= presenceLimit)) return undefined;
  const looksByHint = look.detected ? 0 : (track?.looksByHint ?? 0) + 1;
  return { frame: look, atMs, speed: track === undefined ? 0 : speedBetween(track, look, atMs), looksByHint };
}

/** What the next look is told of where the face was; undefined where the detector has to look. */
export function lookHint(track: Track | undefined): Pick<SeenFrame, 'image' | 'points'> | undefined {
  if (track === undefined || track.looksByHint >= LOOKS_BY_HINT) return undefined;
  const { image, points } = track.frame;
  return { image, points };
}

/** The same face, but the next look is the detector's. */
export function untilDetected(track: Track): Track {
  return { ...track, looksByHint: LOOKS_BY_HINT };
}

/** Middle and distance of the eyes. */
export function eyesOf({ points }: Pick<SeenFrame, 'points'>): { leftEye: Point; rightEye: Point; apartPx: number } {
  const { leftEye, rightEye } = alignmentLandmarks(points);
  return { leftEye, rightEye, apartPx: distance(leftEye, rightEye) };
}

function speedBetween(before: Track, now: SeenFrame, atMs: number): number {
  const middle = (frame: SeenFrame) => centroid([eyesOf(frame).leftEye, eyesOf(frame).rightEye]);
  const way = distance(middle(before.frame), middle(now)) / eyesOf(now).apartPx;
  const seconds = (atMs - before.atMs) / 1000;
  return seconds > 0 ? way / seconds : 0;
}
