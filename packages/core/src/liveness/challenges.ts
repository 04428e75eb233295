import type { FaceMotion } from './face-motion.ts';

/** What a person can be asked to do. Left and right are the person's own. Closed and stable: views have a text for each. */
export const CHALLENGE_KINDS = ['blink', 'open-mouth', 'turn-left', 'turn-right'] as const;

/** Something that a person is asked to do; left and right are their own sides. */
export type ChallengeKind = (typeof CHALLENGE_KINDS)[number];

interface Challenge {
  /** How far a face has gone from how it was at rest. */
  readonly extent: (now: FaceMotion, rest: FaceMotion) => number;
  /** From here on it is done. */
  readonly done: number;
  /** Up to here the face is back at rest. */
  readonly back: number;
}

/**
 * What counts as each. The limits lie between what rendered people reach who do as asked and what photographs of them
 * reach that are moved, tilted and bent (of 126 films all but one at most 0.19; 0.08; 11°); rates:
 * docs/generated/liveness.md.
 *
 * Lids and lips differ between people, so they are compared with the person's own at rest; a head is turned from where
 * the camera is.
 */
export const CHALLENGES: Readonly<Record<ChallengeKind, Challenge>> = {
  blink: { extent: (now, rest) => 1 - now.eyeOpenness / rest.eyeOpenness, done: 0.27, back: 0.15 },
  'open-mouth': { extent: (now, rest) => now.mouthOpenness - rest.mouthOpenness, done: 0.11, back: 0.065 },
  'turn-left': { extent: ({ yawDegrees }) => yawDegrees, done: 17, back: 10 },
  'turn-right': { extent: ({ yawDegrees }) => -yawDegrees, done: 17, back: 10 },
};

/** Turns are never done by chance: one that was not asked for tells of a film that goes its own way. */
export const DELIBERATE_KINDS = ['turn-left', 'turn-right'] as const satisfies readonly ChallengeKind[];

/**
 * Draws some of the kinds, each at most once, in random order.
 *
 * @param count - how many; all where there are not so many
 * @param random - gives numbers in [0, 1), each as likely and not to be guessed
 */
export function drawChallenges(
  kinds: readonly ChallengeKind[],
  count: number,
  random: () => number,
): readonly ChallengeKind[] {
  const left = [...new Set(kinds)];
  const drawn: ChallengeKind[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn;
}
