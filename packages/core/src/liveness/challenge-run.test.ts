import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHALLENGE_LIMIT_MS,
  type ChallengeRun,
  currentChallenge,
  LOOK_GAP_MS,
  LOOKS_MISSED,
  lookAtChallenge,
  startChallenges,
  watchClock,
} from './challenge-run.ts';
import { CHALLENGE_KINDS, type ChallengeKind, drawChallenges } from './challenges.ts';
import type { FaceMotion } from './face-motion.ts';

const REST: FaceMotion = { eyeOpenness: 0.13, mouthOpenness: 0.05, yawDegrees: 1 };
const DONE: Record<ChallengeKind, FaceMotion> = {
  blink: { ...REST, eyeOpenness: 0.06 },
  'open-mouth': { ...REST, mouthOpenness: 0.3 },
  'turn-left': { ...REST, yawDegrees: 28 },
  'turn-right': { ...REST, yawDegrees: -28 },
};
const STEP_MS = 100;

/** A film of looks, one each tenth of a second; nothing is a look that misses the face. */
function play(run: ChallengeRun, looks: readonly (FaceMotion | undefined)[], mayGoOn = true): ChallengeRun {
  let atMs = run.lastSeenMs;
  return looks.reduce((before, motion) => {
    atMs += STEP_MS;
    return lookAtChallenge(before, { atMs, motion, mayGoOn });
  }, run);
}
const rest = (count = 4) => Array.from({ length: count }, () => REST);
const act = (kind: ChallengeKind, count = 2) => [...Array.from({ length: count }, () => DONE[kind]), ...rest(1)];

describe('a run', () => {
  test.for(CHALLENGE_KINDS)('of %s passes when the face rests, does it, and rests again', (kind) => {
    const run = play(startChallenges([kind], 0), [...rest(), ...act(kind), ...rest()]);
    expect(run.step).toEqual({ stage: 'passed' });
    expect(run.passed).toEqual([{ kind, tookMs: 3 * STEP_MS }]);
  });

  test('of several asks for one after the other, in their order', () => {
    const order: ChallengeKind[] = ['turn-right', 'blink', 'turn-left'];
    const asked: (ChallengeKind | undefined)[] = [];
    let run = startChallenges(order, 0);
    for (const kind of order) {
      run = play(run, rest());
      asked.push(currentChallenge(run));
      expect(run.step.stage).toBe('doing');
      run = play(run, act(kind));
    }
    expect(asked).toEqual(order);
    expect(run.step.stage).toBe('resting');
    expect(play(run, rest()).step.stage).toBe('passed');
  });

  test('does not go on before it may', () => {
    const run = play(startChallenges(['blink'], 0), rest(20), false);
    expect(run.step.stage).toBe('resting');
    expect(play(run, rest(1)).step.stage).toBe('doing');
  });

  test('goes by how open eyes and mouth are at rest', () => {
    const narrow: FaceMotion = { ...REST, eyeOpenness: 0.08, mouthOpenness: 0.15 };
    const asked = play(
      startChallenges(['blink', 'open-mouth'], 0),
      Array.from({ length: 4 }, () => narrow),
    );
    expect(play(asked, [{ ...narrow, eyeOpenness: 0.065 }]).step.stage).toBe('doing');
    const blinked = play(asked, [{ ...narrow, eyeOpenness: 0.05 }, narrow, narrow, narrow, narrow, narrow]);
    expect(currentChallenge(blinked)).toBe('open-mouth');
    expect(play(blinked, [{ ...narrow, mouthOpenness: 0.22 }]).step.stage).toBe('doing');
    expect(play(blinked, [{ ...narrow, mouthOpenness: 0.3 }]).step.stage).toBe('returning');
  });
});

describe('a run fails', () => {
  const asked = (kind: ChallengeKind) => play(startChallenges([kind], 0), rest());
  const reason = ({ step }: ChallengeRun) => (step.stage === 'failed' ? step.reason : step.stage);

  test.for(CHALLENGE_KINDS)('where nothing is done within the time for %s', (kind) => {
    const run = asked(kind);
    expect(reason(watchClock(run, 4 * STEP_MS + CHALLENGE_LIMIT_MS))).toBe('doing');
    expect(reason(watchClock(run, 4 * STEP_MS + CHALLENGE_LIMIT_MS + 1))).toBe('timed-out');
    expect(reason(play(run, rest(CHALLENGE_LIMIT_MS / STEP_MS + 1)))).toBe('timed-out');
  });

  test('where the face never comes to rest, or does not return', () => {
    const restless = Array.from({ length: 100 }, (_, i) => ({ ...REST, yawDegrees: i % 2 === 0 ? 10 : -10 }));
    expect(reason(play(startChallenges(['blink'], 0), restless))).toBe('timed-out');
    expect(reason(play(asked('turn-left'), act('turn-left', 100)))).toBe('timed-out');
  });

  test.for<[ChallengeKind, ChallengeKind]>([
    ['blink', 'turn-left'],
    ['open-mouth', 'turn-right'],
    ['turn-left', 'turn-right'],
  ])('where %s was asked for and the answer is %s', ([kind, answer]) => {
    expect(reason(play(asked(kind), act(answer)))).toBe('wrong-challenge');
  });

  test('where the face is missed for longer than a quick turn takes', () => {
    const missed = (count: number) => Array.from({ length: count }, () => undefined);
    expect(reason(play(asked('turn-left'), [...missed(LOOKS_MISSED), ...act('turn-left'), ...rest()]))).toBe('passed');
    expect(reason(play(asked('turn-left'), missed(LOOKS_MISSED + 1)))).toBe('face-lost');
  });

  test('where nobody looked for a while', () => {
    const run = asked('blink');
    const look = { motion: REST, mayGoOn: true };
    expect(reason(lookAtChallenge(run, { ...look, atMs: run.lastSeenMs + LOOK_GAP_MS }))).toBe('doing');
    expect(reason(lookAtChallenge(run, { ...look, atMs: run.lastSeenMs + LOOK_GAP_MS + 1 }))).toBe('face-lost');
  });

  test('and stays failed whatever comes', () => {
    const failed = play(asked('blink'), act('turn-left'));
    expect(play(failed, [...rest(), ...act('blink'), ...rest()])).toBe(failed);
  });
});

test('points that are no numbers count as no face', () => {
  const run = play(startChallenges(['blink'], 0), rest());
  expect(play(run, [{ ...REST, eyeOpenness: Number.NaN }])).toMatchObject({ missed: 1, step: { stage: 'doing' } });
});

test('no run passes without each challenge done while it was asked for', () => {
  const look = fc.constantFrom(undefined, REST, REST, REST, ...Object.values(DONE));
  const order = fc.shuffledSubarray([...CHALLENGE_KINDS], { minLength: 1 });
  fc.assert(
    fc.property(order, fc.array(look, { maxLength: 150 }), (order, looks) => {
      const seen = new Set<string>();
      let run = startChallenges(order, 0);
      for (const motion of looks) {
        const before = run;
        run = play({ ...run }, [motion]);
        if (before.step.stage === 'doing' && motion === DONE[currentChallenge(before) as ChallengeKind]) {
          seen.add(currentChallenge(before) as string);
        }
      }
      if (run.step.stage === 'passed') expect([...seen].sort()).toEqual([...order].sort());
    }),
  );
});

describe('challenges are drawn', () => {
  test('each at most once, as many as asked for where there are so many', () => {
    const draw = fc.record({
      count: fc.nat(6),
      draws: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(draw, ({ count, draws }) => {
        const left = [...draws];
        const drawn = drawChallenges(CHALLENGE_KINDS, count, () => left.shift() ?? 0);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn).toHaveLength(Math.min(count, CHALLENGE_KINDS.length));
      }),
    );
  });

  test('in every order', () => {
    const orders = new Set<string>();
    for (const a of [0, 0.3, 0.6, 0.9]) {
      for (const b of [0, 0.4, 0.8]) {
        const draws = [a, b];
        orders.add(drawChallenges(CHALLENGE_KINDS, 2, () => draws.shift() ?? 0).join());
      }
    }
    expect(orders.size).toBe(12);
  });
});
