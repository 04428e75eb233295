import { CHALLENGES, type ChallengeKind, DELIBERATE_KINDS } from './challenges.ts';
import type { FaceMotion } from './face-motion.ts';

/** Each part of a challenge (rest, do, return) takes at most so long. */
export const CHALLENGE_LIMIT_MS = 6000;
/** So many looks in a row may miss the face, as where a head turns quickly. One more ends the run: somebody else may have come. */
export const LOOKS_MISSED = 2;
/** Without any look for so long nobody knows who was there. */
export const LOOK_GAP_MS = 1500;

/** Before a challenge so many looks have to agree on how the face is at rest. */
const REST_LOOKS = 4;
/** How far looks at rest may differ: a share of the eye's opening, the mouth's opening, and degrees. */
const REST_SPREAD = { eyeShare: 0.2, mouth: 0.06, yawDegrees: 6 } as const;
const REST_YAW_DEGREES = 10;

/** Why challenges were not passed. */
export type LivenessFailure =
  /** The challenge was not done, or not ended, within its time. */
  | 'timed-out'
  /** The head was turned where something else was asked for. */
  | 'wrong-challenge'
  /** The face was not seen throughout. */
  | 'face-lost'
  /** Another face than before. */
  | 'face-changed';

/** A challenge that was done, and how long it took. */
export interface PassedChallenge {
  readonly kind: ChallengeKind;
  /** From the moment that it was asked for until the face was at rest again. */
  readonly tookMs: number;
}

/** Where a run stands. */
export interface ChallengeRun {
  readonly order: readonly ChallengeKind[];
  readonly passed: readonly PassedChallenge[];
  readonly step: ChallengeStep;
  readonly lastSeenMs: number;
  readonly missed: number;
}

export type ChallengeStep =
  /** The person looks straight ahead, before each challenge so that it is known how the face is at rest, and at the end. */
  | { readonly stage: 'resting'; readonly sinceMs: number; readonly looks: readonly FaceMotion[] }
  /** The challenge of {@link currentChallenge} is asked for. */
  | { readonly stage: 'doing'; readonly sinceMs: number; readonly rest: FaceMotion }
  /** It was done; the face has to come back to rest. */
  | { readonly stage: 'returning'; readonly sinceMs: number; readonly askedMs: number; readonly rest: FaceMotion }
  | { readonly stage: 'passed' }
  | { readonly stage: 'failed'; readonly reason: LivenessFailure };

/** A look at the face, or that none was seen. */
export interface ChallengeLook {
  readonly atMs: number;
  readonly motion: FaceMotion | undefined;
  /** Whether the run may go on from here as soon as the face rests: whoever it is was made sure of. */
  readonly mayGoOn: boolean;
}

/** Begins with the first challenge of an order. */
export function startChallenges(order: readonly ChallengeKind[], atMs: number): ChallengeRun {
  return { order, passed: [], step: resting(atMs), lastSeenMs: atMs, missed: 0 };
}

/** The challenge that a run is at, or that comes next; undefined once all are done. */
export function currentChallenge({ order, passed }: ChallengeRun): ChallengeKind | undefined {
  return order[passed.length];
}

/** A run after one more look. One that has ended stays as it is. */
export function lookAtChallenge(run: ChallengeRun, { atMs, motion, mayGoOn }: ChallengeLook): ChallengeRun {
  const timed = watchClock(run, atMs);
  if (hasEnded(timed)) return timed;
  if (atMs - run.lastSeenMs > LOOK_GAP_MS) return failChallenges(run, 'face-lost');
  if (motion === undefined || !isWhole(motion)) {
    const missed = run.missed + 1;
    return missed > LOOKS_MISSED ? failChallenges(run, 'face-lost') : { ...run, missed };
  }
  return advance({ ...run, lastSeenMs: atMs, missed: 0 }, atMs, motion, mayGoOn);
}

/** A run at a time at which nothing was looked at. */
export function watchClock(run: ChallengeRun, atMs: number): ChallengeRun {
  const { step } = run;
  if (!('sinceMs' in step) || atMs - step.sinceMs <= CHALLENGE_LIMIT_MS) return run;
  return failChallenges(run, 'timed-out');
}

export function failChallenges(run: ChallengeRun, reason: LivenessFailure): ChallengeRun {
  return hasEnded(run) ? run : { ...run, step: { stage: 'failed', reason } };
}

function hasEnded({ step: { stage } }: ChallengeRun): boolean {
  return stage === 'passed' || stage === 'failed';
}

function advance(run: ChallengeRun, atMs: number, motion: FaceMotion, mayGoOn: boolean): ChallengeRun {
  const { step } = run;
  const kind = currentChallenge(run);
  if (step.stage === 'resting') {
    const looks = [...step.looks, motion].slice(-REST_LOOKS);
    if (!(mayGoOn && areAtRest(looks))) return { ...run, step: { ...step, looks } };
    const next = kind === undefined ? { stage: 'passed' } : { stage: 'doing', sinceMs: atMs, rest: middle(looks) };
    return { ...run, step: next as ChallengeStep };
  }
  if (kind === undefined || !('rest' in step)) return run;
  const { extent, done, back } = CHALLENGES[kind];
  const { rest } = step;
  if (step.stage === 'doing') {
    if (isWrong(kind, motion, rest)) return failChallenges(run, 'wrong-challenge');
    if (!(extent(motion, rest) >= done)) return run;
    return { ...run, step: { stage: 'returning', sinceMs: atMs, askedMs: step.sinceMs, rest } };
  }
  if (!(extent(motion, rest) <= back)) return run;
  const passed = [...run.passed, { kind, tookMs: atMs - step.askedMs }];
  return { ...run, passed, step: resting(atMs) };
}

function isWrong(asked: ChallengeKind, now: FaceMotion, rest: FaceMotion): boolean {
  return DELIBERATE_KINDS.some((kind) => kind !== asked && CHALLENGES[kind].extent(now, rest) >= CHALLENGES[kind].done);
}

function resting(sinceMs: number): ChallengeStep {
  return { stage: 'resting', sinceMs, looks: [] };
}

function areAtRest(looks: readonly FaceMotion[]): boolean {
  const eyes = looks.map(({ eyeOpenness }) => eyeOpenness);
  const yaws = looks.map(({ yawDegrees }) => yawDegrees);
  return (
    looks.length === REST_LOOKS &&
    spread(eyes) <= REST_SPREAD.eyeShare * Math.max(...eyes) &&
    spread(looks.map(({ mouthOpenness }) => mouthOpenness)) <= REST_SPREAD.mouth &&
    spread(yaws) <= REST_SPREAD.yawDegrees &&
    yaws.every((yaw) => Math.abs(yaw) <= REST_YAW_DEGREES)
  );
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function middle(looks: readonly FaceMotion[]): FaceMotion {
  const median = (of: (look: FaceMotion) => number) =>
    looks.map(of).sort((a, b) => a - b)[Math.floor(looks.length / 2)] as number;
  return {
    eyeOpenness: median(({ eyeOpenness }) => eyeOpenness),
    mouthOpenness: median(({ mouthOpenness }) => mouthOpenness),
    yawDegrees: median(({ yawDegrees }) => yawDegrees),
  };
}

function isWhole(motion: FaceMotion): boolean {
  return Object.values(motion).every(Number.isFinite);
}
