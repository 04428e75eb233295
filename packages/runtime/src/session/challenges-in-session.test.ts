import type { ChallengeKind } from '@face-verify/core';
import { describe, expect, test } from 'vitest';
import { embeddingOf, PlayedSession, seen, unseen } from '../../testing/drawn-session.ts';
import type { SeenFrame } from './session-event.ts';

const DONE: Record<ChallengeKind, SeenFrame> = {
  blink: seen({ face: { eyeOpenness: 0.08 } }),
  'open-mouth': seen({ face: { mouthOpenness: 0.45 } }),
  'turn-left': seen({ yawDegrees: 28 }),
  'turn-right': seen({ yawDegrees: -28 }),
};

/** As far as the first challenge. */
function challenged(order: readonly ChallengeKind[]): PlayedSession {
  const session = PlayedSession.watching({ liveness: true });
  session.looks(3, seen(), 'ada');
  expect(session.model.request).toEqual({ type: 'draw-challenges' });
  session.send({ type: 'challenges-drawn', attempt: session.model.attempt, order });
  return session;
}

function perform(session: PlayedSession, kind: ChallengeKind, person: 'ada' | 'dieter' = 'ada'): void {
  session.looks(4, seen(), 'ada');
  expect(session.state).toMatchObject({ phase: 'challenging', stage: 'doing', challenge: kind });
  session.looks(2, DONE[kind], person);
  session.look(seen(), 'ada');
}

describe('challenges', () => {
  test('are asked for one after the other, then it is decided, and their result stands by itself', () => {
    const session = challenged(['turn-left', 'blink']);
    expect(session.state).toMatchObject({ phase: 'challenging', stage: 'resting', passed: 0, count: 2 });
    perform(session, 'turn-left');
    perform(session, 'blink');
    session.looks(5, seen(), 'ada');
    expect(session.state.phase).toBe('deciding');
    session.decide('match');
    expect(session.state).toMatchObject({
      phase: 'done',
      result: { outcome: 'match' },
      liveness: { outcome: 'passed', challenges: [{ kind: 'turn-left' }, { kind: 'blink' }] },
    });
  });

  test('ask for a template of frames of before, between and after', () => {
    const session = challenged(['turn-left', 'blink']);
    perform(session, 'turn-left');
    perform(session, 'blink');
    session.looks(5, seen(), 'ada');
    const { request } = session.model;
    if (request?.type !== 'decide') throw new Error('Nothing is to be decided.');
    expect(new Set(request.agreed.frames.map(({ segment }) => segment))).toEqual(new Set([0, 1, 2]));
  });

  test('are passed with a mouth so wide open that its face is refused, and what was refused is not compared', () => {
    const session = challenged(['open-mouth']);
    session.looks(4, seen(), 'ada');
    const before = session.model.looked?.timestampMs ?? 0;
    session.looks(3, { ...DONE['open-mouth'], refusal: 'face-distorted' }, 'ada');
    const after = session.model.looked?.timestampMs ?? 0;
    session.looks(5, seen(), 'ada');
    const { request } = session.model;
    if (request?.type !== 'decide') throw new Error('Nothing is to be decided.');
    const times = request.agreed.frames.map(({ moment }) => moment.timestampMs);
    expect(times.filter((ms) => ms > before && ms <= after)).toEqual([]);
  });

  test('do not call for what they make impossible', () => {
    const session = challenged(['turn-left']);
    session.looks(4, seen(), 'ada');
    session.looks(10, DONE['turn-left']);
    expect(session.state).toMatchObject({ phase: 'challenging', stage: 'returning', hint: undefined });
  });
});

describe('without a match ends', () => {
  const result = { outcome: 'inconclusive', reason: 'liveness-failed' };

  test('a session in which nothing is done', () => {
    const session = challenged(['blink']);
    session.looks(4, seen(), 'ada');
    session.wait(10_000);
    expect(session.state).toMatchObject({
      phase: 'done',
      result,
      liveness: { outcome: 'failed', reason: 'timed-out', challenge: 'blink', challenges: [] },
    });
  });

  test('a challenge that somebody else does', () => {
    const session = challenged(['turn-left']);
    session.looks(4, seen(), 'ada');
    session.look(DONE['turn-left'], 'dieter');
    expect(session.state).toMatchObject({ phase: 'done', result, liveness: { reason: 'face-changed' } });
  });

  test('a challenge that somebody else does while an earlier frame is still being embedded', () => {
    const session = challenged(['turn-left']);
    session.looks(2, seen(), 'ada');
    session.look(seen());
    const { request, attempt } = session.model;
    if (request?.type !== 'embed') throw new Error('Nothing is being embedded.');
    session.look(seen());
    expect(session.state).toMatchObject({ stage: 'doing' });
    session.look(DONE['turn-left']);
    session.send({ type: 'embedded', attempt, moment: request.moment, embedding: embeddingOf('ada') });
    const act = session.model.request;
    if (act?.type !== 'embed') throw new Error('Nobody is to be made sure of.');
    session.send({ type: 'embedded', attempt, moment: act.moment, embedding: embeddingOf('dieter') });
    expect(session.state).toMatchObject({ phase: 'done', result, liveness: { reason: 'face-changed' } });
  });

  test('a session after whose challenges somebody else is there', () => {
    const session = challenged(['turn-left']);
    session.looks(4, seen(), 'ada');
    session.looks(2, DONE['turn-left'], 'ada');
    session.looks(8, seen(), 'dieter');
    expect(session.state).toMatchObject({ phase: 'done', result, liveness: { reason: 'face-changed' } });
  });

  test('a face that goes', () => {
    const session = challenged(['turn-left']);
    session.looks(4, seen(), 'ada');
    session.looks(3, unseen());
    expect(session.state).toMatchObject({ phase: 'done', result, liveness: { reason: 'face-lost' } });
  });

  test.for([
    { type: 'page-hidden' },
    { type: 'camera-asked' },
    { type: 'camera-lost', reason: 'camera-muted' },
  ] as const)('a challenge that is evaded: %o', (event) => {
    const session = challenged(['turn-left', 'blink']);
    session.looks(4, seen(), 'ada');
    session.send(event);
    expect(session.state).toMatchObject({ phase: 'done', result, liveness: { reason: 'face-lost' } });
  });
});

test('challenges that nobody asked for are not drawn', () => {
  const session = PlayedSession.watching({ liveness: true });
  session.send({ type: 'challenges-drawn', attempt: session.model.attempt, order: ['blink'] });
  expect(session.model.run).toBeUndefined();
  session.looks(3, seen(), 'ada');
  session.send({ type: 'challenges-drawn', attempt: session.model.attempt, order: [] });
  expect(session.model.run).toBeUndefined();
});
