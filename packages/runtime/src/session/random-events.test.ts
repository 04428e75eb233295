import { CHALLENGE_KINDS, cosineSimilarity, createEmbedding } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAMERA, RULES, seen, unseen } from '../../testing/drawn-session.ts';
import { reduceSession } from './reduce-session.ts';
import type { SessionEvent } from './session-event.ts';
import { IDLE_SESSION, type SessionModel } from './session-model.ts';

const RUNS = { numRuns: 200 };

/** How many attempts ago: mostly the present one. */
const attempt = fc.constantFrom(0, 0, 0, 1, 2);
/** Mostly a new picture, a while after the last. */
const moment = fc.record({ laterMs: fc.constantFrom(150, 100, 100, 60, 0, -100), picture: fc.nat(60) });
const embedding = fc
  .tuple(fc.constantFrom(0, 0, 0, 0, 1), fc.double({ min: 5, max: 10, noNaN: true }))
  .map(([person, norm]) =>
    createEmbedding(
      [0, 1, 2].map((axis) => (axis === person ? norm : 0.1)),
      drawnContract('m', 3),
    ),
  );
const look = fc.constantFrom(
  ...[seen(), seen(), seen({ detected: false }), seen({ yawDegrees: 28 }), seen({ face: { eyeOpenness: 0.05 } })],
  ...[seen({ refusal: 'face-blurred' }), seen({ presence: 0.1 }), unseen(), unseen('multiple-faces')],
);
const result = fc.constant({ outcome: 'match' });
const order = fc.shuffledSubarray([...CHALLENGE_KINDS], { minLength: 0, maxLength: 2 });

/** Events as they cannot come, in any order. */
const event = fc.oneof(
  { weight: 12, arbitrary: fc.record({ type: fc.constant('looked'), attempt, moment, look }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('embedded'), attempt, moment, embedding }) },
  fc.constantFrom(
    { type: 'started' },
    { type: 'prepared' },
    { type: 'camera-opened', camera: CAMERA },
    { type: 'page-shown' },
    { type: 'waited' },
  ),
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[{ type: 'camera-asked' }, { type: 'camera-lost', reason: 'camera-ended' }, { type: 'page-hidden' }],
      ...[{ type: 'broke', code: 'internal' }, { type: 'stopped' }, { type: 'reset' }],
      { type: 'undecidable', result: { outcome: 'inconclusive' } },
      ...Array.from({ length: 8 }, () => ({ type: 'waited' })),
    ),
  },
  fc.record({ type: fc.constant('challenges-drawn'), attempt, order }),
  fc.record({ type: fc.constant('decided'), attempt, result }),
);

const BEGINNING = [{ type: 'started' }, { type: 'prepared' }, { type: 'camera-opened', camera: CAMERA }];
const step = fc.record({ event, afterMs: fc.nat(300), answers: fc.boolean(), answer: embedding });

/** Any events at any time, mostly after a beginning; half of the questions are answered as they should be. */
const film = fc
  .tuple(fc.constantFrom(true, true, false), fc.array(step, { size: 'max', maxLength: 150 }))
  .map(([begins, steps]) => [
    ...(begins ? BEGINNING.map((event) => ({ event, afterMs: 0, answers: false, answer: undefined })) : []),
    ...steps,
  ]);

/** A film in which somebody does as asked, with some of its steps replaced by others. */
const actedFilm = fc
  .tuple(fc.array(fc.tuple(fc.nat(30), step), { minLength: 25, maxLength: 25 }))
  .map(([steps]) => [
    ...BEGINNING.map((event) => ({ event, afterMs: 0, answers: false, answer: undefined })),
    ...steps.map(([chance, step], i) => (chance === 0 ? step : actedStep(i))),
  ]);

function actedStep(i: number) {
  const look = i === 12 ? seen({ yawDegrees: 28 }) : seen();
  const event = { type: 'looked', attempt: 0, moment: { laterMs: 100, picture: 100 + i }, look };
  return {
    event,
    afterMs: 100,
    answers: true,
    answer: createEmbedding([8, 0.1 * (i % 3), 0.1], drawnContract('m', 3)),
  };
}

function answerTo({ request, attempt }: SessionModel, embedding: unknown): object | undefined {
  if (request?.type === 'embed') return { type: 'embedded', attempt, moment: request.moment, embedding };
  if (request?.type === 'draw-challenges') return { type: 'challenges-drawn', attempt, order: ['turn-left'] };
  return request && { type: 'decided', attempt, result: { outcome: 'match' } };
}

/** Plays a film; `check` sees each step. */
function play(
  films: readonly { event: object; afterMs: number; answers: boolean; answer: unknown }[],
  liveness: boolean,
  check: (before: SessionModel, after: SessionModel, event: SessionEvent) => void,
): void {
  const rules = { ...RULES, liveness };
  let [model, atMs, timestampMs] = [IDLE_SESSION, 0, 0];
  const send = (untimed: object) => {
    const timed = { ...untimed, atMs } as SessionEvent;
    const next = reduceSession(model, timed, rules);
    check(model, next, timed);
    model = next;
  };
  const at = (event: object) => {
    if (!('moment' in event)) return {};
    const { laterMs, picture } = event.moment as { laterMs: number; picture: number };
    timestampMs += laterMs;
    return { moment: { timestampMs, picture } };
  };
  for (const { event, afterMs, answers, answer } of films) {
    atMs += afterMs;
    send({ ...event, ...('attempt' in event && { attempt: model.attempt - (event.attempt as number) }), ...at(event) });
    const reply = answers ? answerTo(model, answer) : undefined;
    if (reply) send(reply);
  }
}

test.for([
  [false, film],
  [true, fc.oneof(film, actedFilm)],
] as const)('no events lead to a match without enough frames that agree (liveness: %s)', ([liveness, films]) => {
  let matches = 0;
  fc.assert(
    fc.property(films, (film) => {
      const detected = new Set<number>();
      play(film, liveness, (before, after, event) => {
        if (event.type === 'looked' && event.look.outcome === 'seen' && event.look.detected) {
          detected.add(event.moment.timestampMs);
        }
        if (before.request?.type === 'embed' && after.request?.type === 'decide') {
          expect(detected).toContain(before.request.moment.timestampMs);
        }
        if (after.state.phase !== 'done' || before.state.phase === 'done') return;
        if ((after.state.result as { outcome: string }).outcome !== 'match') return;
        matches++;
        const { request } = before;
        if (request?.type !== 'decide') throw new Error('Nobody was to decide.');
        const { frames, template } = request.agreed;
        expect(frames.length).toBeGreaterThanOrEqual(RULES.least);
        expect(template.faceCount).toBe(frames.length);
        expect(new Set(frames.map(({ moment }) => moment.picture)).size).toBe(frames.length);
        frames.slice(1).forEach(({ moment }, i) => {
          expect(moment.timestampMs - (frames[i]?.moment.timestampMs ?? 0)).toBeGreaterThanOrEqual(RULES.apartMs);
        });
        for (const { embedding } of frames) {
          const others = frames.filter((other) => other.embedding !== embedding);
          expect(others.some((other) => cosineSimilarity(other.embedding, embedding) >= 0.4)).toBe(true);
        }
        if (liveness) expect(after.state.liveness.outcome).toBe('passed');
      });
    }),
    RUNS,
  );
  // Otherwise nothing was tested.
  expect(matches).toBeGreaterThan(5);
});

test('no event but a reset leaves an end', () => {
  fc.assert(
    fc.property(film, fc.boolean(), (film, liveness) =>
      play(film, liveness, (before, after, event) => {
        if (before.state.phase !== 'done' && before.state.phase !== 'failed') return;
        if (event.type !== 'reset') expect(after.state).toBe(before.state);
        else expect(['done', 'failed']).not.toContain(after.state.phase);
      }),
    ),
    RUNS,
  );
});

test('a failed challenge never ends in anything but inconclusive', () => {
  fc.assert(
    fc.property(film, (film) =>
      play(film, true, (_, { state }) => {
        if (state.phase !== 'done' || state.liveness.outcome !== 'failed') return;
        expect(state.result).toEqual({ outcome: 'inconclusive', reason: 'liveness-failed' });
      }),
    ),
    RUNS,
  );
});
