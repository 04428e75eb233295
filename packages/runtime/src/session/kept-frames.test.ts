import { expect, test } from 'vitest';
import { PlayedSession, seen } from '../../testing/drawn-session.ts';
import { KeptFrames } from './kept-frames.ts';
import type { SeenFrame } from './session-event.ts';

/** A session of whose frames copies are kept, with the names of those that are still there. */
function keeping(session: PlayedSession) {
  const frames = new KeptFrames();
  const names = new Map<object, string>();
  const open = new Set<string>();
  const look = (name: string, seen: SeenFrame, person: 'ada' | 'dieter') => {
    const copy = { close: () => open.delete(name) } as unknown as ImageBitmap;
    names.set(copy, name);
    open.add(name);
    const moment = session.nextMoment();
    frames.add(moment, copy);
    session.look(seen, person, { ...moment });
    frames.closeUnwanted(session.model);
  };
  const decide = () => {
    const { request } = session.model;
    if (request?.type !== 'decide') throw new Error('Nothing is to be decided.');
    return names.get(frames.takeLast(request.agreed.frames) as object);
  };
  return { frames, open, look, decide };
}

test('of frames that do not count no copy is kept', () => {
  const { open, look } = keeping(PlayedSession.watching());
  look('blurred', seen({ refusal: 'face-blurred' }), 'ada');
  look('first', seen(), 'ada');
  look('second', seen(), 'ada');
  look('turned', seen({ yawDegrees: 40 }), 'ada');
  expect([...open]).toEqual(['first', 'second']);
});

test('at the end there is a copy of the last frame that agrees, and of none after or before it', () => {
  const session = PlayedSession.watching({ least: 1, apartMs: 0, liveness: true });
  const { frames, open, look, decide } = keeping(session);
  look('before', seen(), 'ada');
  session.send({ type: 'challenges-drawn', attempt: session.model.attempt, order: ['turn-left'] });
  for (const name of ['rest 1', 'rest 2', 'rest 3', 'rest 4']) look(name, seen(), 'ada');
  look('turn', seen({ yawDegrees: 28 }), 'ada');
  expect(session.state).toMatchObject({ stage: 'returning' });
  expect(open).not.toContain('turn');
  for (const name of ['back', 'after 1', 'after 2']) look(name, seen(), 'ada');
  look('stranger', seen(), 'dieter');
  look('after 3', seen({ refusal: 'face-blurred' }), 'ada');
  expect(session.state.phase).toBe('deciding');
  expect(decide()).toBe('after 2');
  expect(open).not.toContain('before');
  frames.close();
  expect([...open]).toEqual(['after 2']);
});
