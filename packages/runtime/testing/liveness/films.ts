import type { ChallengeKind, ChallengeRun, FaceMotion, FiveLandmarks, RgbImage } from '@face-verify/core';
import { CHALLENGE_KINDS, currentChallenge, lookAtChallenge, startChallenges } from '@face-verify/core';
import { seededDraws, throughCamera } from '@face-verify/testkit';
import type { ActedFrame, Actor } from './acted-frames.ts';
import { holdPhotograph, type SheetPose } from './held-photograph.ts';
import type { PointLooker } from './point-looker.ts';

/** A session looks about so often. */
const LOOK_MS = 100;
/** From the moment that something is asked for until people begin. */
const REACTION_LOOKS = 6;

/** What people do who are asked, from beginning to end. */
export const ACTS = {
  fully: {
    blink: ['blink 0.5', 'blink 1', 'blink 1', 'blink 1', 'blink 0.5'],
    'open-mouth': ['jaw 0.1', 'jaw 0.25', 'jaw 0.5', 'jaw 0.5', 'jaw 0.25', 'jaw 0.1'],
    'turn-left': ['yaw 8', 'yaw 16', 'yaw 25', 'yaw 30', 'yaw 30', 'yaw 25', 'yaw 16', 'yaw 8'],
    'turn-right': ['yaw -8', 'yaw -16', 'yaw -25', 'yaw -30', 'yaw -30', 'yaw -25', 'yaw -16', 'yaw -8'],
  },
  slightly: {
    blink: ['blink 0.5', 'blink 0.8', 'blink 0.5'],
    'open-mouth': ['jaw 0.1', 'jaw 0.25', 'jaw 0.35', 'jaw 0.25', 'jaw 0.1'],
    'turn-left': ['yaw 8', 'yaw 16', 'yaw 25', 'yaw 25', 'yaw 16', 'yaw 8'],
    'turn-right': ['yaw -8', 'yaw -16', 'yaw -25', 'yaw -25', 'yaw -16', 'yaw -8'],
  },
} as const satisfies Record<string, Record<ChallengeKind, readonly string[]>>;

/** What can be done with a sheet of paper, or a screen that shows one picture. Times in seconds. */
export const HANDLINGS: Readonly<Record<string, (seconds: number) => SheetPose>> = {
  'held still': () => ({}),
  'moved about, nearer and farther': (t) => ({
    shiftCm: [3 * wave(t, 2.3), 2 * wave(t, 1.7)],
    scale: 1 + 0.2 * wave(t, 3.1),
  }),
  'turned in its plane': (t) => ({ rollDegrees: 25 * wave(t, 2.5) }),
  'turned to the sides': (t) => ({ yawDegrees: 35 * wave(t, 3) }),
  'tilted up and down': (t) => ({ pitchDegrees: 35 * wave(t, 3) }),
  'turned far to the sides': (t) => ({ yawDegrees: 55 * wave(t, 3) }),
  'tilted far up and down': (t) => ({ pitchDegrees: 50 * wave(t, 3) }),
  'bent to a cylinder, and turned': (t) => ({ bend: 1.6, yawDegrees: 30 * wave(t, 3) }),
  'bent back and forth': (t) => ({ bend: 2 * wave(t, 2.5) }),
};

function wave(seconds: number, period: number): number {
  return Math.sin((2 * Math.PI * seconds) / period);
}

type Frames = (look: number) => Promise<{ image: RgbImage; landmarks: FiveLandmarks }>;

/** What a looker sees from look to look, following the face; where it is lost, whoever holds it finds it again. */
async function* watch(looker: PointLooker, frames: Frames, draw: () => number) {
  let near: FiveLandmarks | undefined;
  for (let look = 0; ; look++) {
    const { image, landmarks } = await frames(look);
    const seen = await looker.look(throughCamera(image, draw).image, near ?? landmarks);
    near = seen?.landmarks;
    yield seen?.motion;
  }
}

/** A film of so many looks. */
export async function record(
  looker: PointLooker,
  frames: Frames,
  looks: number,
  seed: number,
): Promise<(FaceMotion | undefined)[]> {
  const film: (FaceMotion | undefined)[] = [];
  for await (const motion of watch(looker, frames, seededDraws(seed))) {
    film.push(motion);
    if (film.length === looks) break;
  }
  return film;
}

/** Somebody before the camera who does what is asked for. */
export async function actRun(
  looker: PointLooker,
  actor: Actor,
  order: readonly ChallengeKind[],
  acts: Record<ChallengeKind, readonly string[]>,
  seed: number,
): Promise<ChallengeRun> {
  let run = startChallenges(order, 0);
  let script: string[] = [];
  const frames = (): Promise<ActedFrame> => actor.frame(script.shift() ?? 'rest');
  let atMs = 0;
  for await (const motion of watch(looker, frames, seededDraws(seed))) {
    atMs += LOOK_MS;
    const before = run;
    run = lookAtChallenge(run, { atMs, motion, mayGoOn: true });
    const kind = currentChallenge(run);
    if (run.step.stage === 'doing' && before.step.stage !== 'doing' && kind !== undefined) {
      script = [...Array.from({ length: REACTION_LOOKS }, () => 'rest'), ...acts[kind]];
    }
    if (!('sinceMs' in run.step)) return run;
  }
  return run;
}

/** A run over a film that knows nothing of what is asked for, from some look on; it begins anew at its end. */
export function playRun(
  film: readonly (FaceMotion | undefined)[],
  from: number,
  order: readonly ChallengeKind[],
): ChallengeRun {
  let run = startChallenges(order, 0);
  for (let look = 0; 'sinceMs' in run.step; look++) {
    const motion = film[(from + look) % film.length];
    run = lookAtChallenge(run, { atMs: (look + 1) * LOOK_MS, motion, mayGoOn: true });
  }
  return run;
}

/**
 * A photograph that whoever holds it keeps still, and handles while something is asked for.
 *
 * @param from - where in the film of its being handled that begins
 */
export function holdRun(
  still: readonly (FaceMotion | undefined)[],
  handled: readonly (FaceMotion | undefined)[],
  from: number,
  order: readonly ChallengeKind[],
): ChallengeRun {
  let run = startChallenges(order, 0);
  let begun = 0;
  for (let look = 0; 'sinceMs' in run.step; look++) {
    const { stage } = run.step;
    if (stage !== 'doing') begun = look;
    const film = stage === 'doing' ? handled : still;
    const motion = film[(from + look - begun) % film.length];
    run = lookAtChallenge(run, { atMs: (look + 1) * LOOK_MS, motion, mayGoOn: true });
  }
  return run;
}

/** Everything that a person can be asked for, one after the other, with a rest between: what somebody else might film. */
export function allActs(actor: Actor): { frames: Frames; looks: number } {
  const rest = Array.from({ length: 8 }, () => 'rest');
  const script = CHALLENGE_KINDS.flatMap((kind) => [...rest, ...ACTS.fully[kind]]);
  return { frames: (look) => actor.frame(script[look % script.length] as string), looks: script.length };
}

/** A photograph of an actor, handled. */
export function handled(
  photograph: RgbImage,
  landmarks: FiveLandmarks,
  handling: (seconds: number) => SheetPose,
): Frames {
  return async (look) => holdPhotograph(photograph, landmarks, handling((look * LOOK_MS) / 1000));
}
