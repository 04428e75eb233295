import {
  cosineSimilarity,
  type Embedding,
  type FaceTemplate,
  type FusedFrames,
  fuseFrames,
  relativeNorms,
} from '@face-verify/core';
import type { FrameMoment } from './session-event.ts';

/** More frames than this are not kept of a segment: its oldest goes. */
export const MOST_FRAMES = 8;
/** A frame whose norm is below this share of the best one's of its segment is seen too badly to count. */
const LEAST_NORM_SHARE = 0.7;

/** Of all frames, so many have to show one person: where two take turns neither is decided about. */
const LEAST_SHARE = 2 / 3;

/** A frame that was embedded and counts. */
export interface CountedFrame {
  readonly moment: FrameMoment;
  readonly embedding: Embedding;
  /** How many challenges had been done before. */
  readonly segment: number;
}

/** What an attempt goes by, in the order of the film. */
export type Evidence = readonly CountedFrame[];

/** How many frames have to agree. */
export interface AgreementRule {
  /** At least 1. */
  readonly least: number;
  /** Frames that are nearer to each other show one moment. */
  readonly apartMs: number;
  /** Frames at least this similar show one person; undefined where that is not known of the model. */
  readonly linkSimilarity: number | undefined;
}

/** Whether a frame would be another moment than those that count already: later, and not the same picture again. */
export function isNewMoment(evidence: Evidence, { timestampMs, picture }: FrameMoment, apartMs: number): boolean {
  return evidence.every(({ moment }) => {
    const laterMs = timestampMs - moment.timestampMs;
    return laterMs > 0 && laterMs >= apartMs && picture !== moment.picture;
  });
}

/** With one more frame, where it counts. */
export function addFrame(evidence: Evidence, frame: CountedFrame, { apartMs }: AgreementRule): Evidence {
  if (!isNewMoment(evidence, frame.moment, apartMs)) return evidence;
  const isBeside = ({ segment }: CountedFrame) => segment === frame.segment;
  const beside = [...evidence.filter(isBeside), frame];
  const best = Math.max(...beside.map(({ embedding }) => embedding.norm));
  const wellSeen = beside.filter(({ embedding }) => embedding.norm >= LEAST_NORM_SHARE * best);
  // Whoever is seen better after a challenge was there before it all the same.
  return [...evidence.filter((other) => !isBeside(other)), ...wellSeen.slice(-MOST_FRAMES)];
}

export function isSameMoment(a: FrameMoment, b: FrameMoment): boolean {
  return a.timestampMs === b.timestampMs && a.picture === b.picture;
}

/** Frames that show one person, enough of them to decide by. */
export interface AgreedFrames {
  readonly template: FaceTemplate;
  readonly frames: Evidence;
}

export interface Agreement {
  /** Undefined where there are not enough yet. */
  readonly agreed: AgreedFrames | undefined;
  /** How many show one person so far. */
  readonly agreeing: number;
}

/**
 * Whether enough frames agree: at least as many as the rule says, two thirds of all, and one of each segment.
 *
 * @param segments - how many there have to be
 */
export function agreement(evidence: Evidence, rule: AgreementRule, segments = 1): Agreement {
  const fused = fuse(evidence, rule);
  if (fused === undefined) return { agreed: undefined, agreeing: 0 };
  const frames = fused.kept.map((i) => evidence[i] as CountedFrame);
  const covered = new Set(frames.map(({ segment }) => segment)).size >= segments;
  const isEnough = frames.length >= rule.least && frames.length >= LEAST_SHARE * evidence.length && covered;
  return { agreed: isEnough ? { template: fused.template, frames } : undefined, agreeing: frames.length };
}

/** Whether a face is that of the frames: as similar to their template as frames of one person are. */
export function isSameFace(evidence: Evidence, face: Embedding, rule: AgreementRule): boolean {
  const fused = fuse(evidence, rule);
  if (fused === undefined || rule.linkSimilarity === undefined) return false;
  return cosineSimilarity(fused.template.embedding, face) >= rule.linkSimilarity;
}

function fuse(evidence: Evidence, { linkSimilarity }: AgreementRule): FusedFrames | undefined {
  if (evidence.length === 0) return undefined;
  // A single frame agrees with itself alone; nothing else is known to agree without a similarity to go by.
  if (linkSimilarity === undefined && evidence.length > 1) return undefined;
  const embeddings = evidence.map(({ embedding }) => embedding);
  return fuseFrames(embeddings, { linkSimilarity, weigh: relativeNorms });
}
