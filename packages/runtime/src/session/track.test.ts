import { expect, test } from 'vitest';
import { seen, unseen } from '../../testing/drawn-session.ts';
import { followFace, LOOKS_BY_HINT, lookHint, type Track, untilDetected } from './track.ts';

const follow = (track: Track | undefined, look: Parameters<typeof followFace>[1], atMs = 0) =>
  followFace(track, look, atMs, 0.5);

test('the last points say where to look next', () => {
  const frame = seen();
  expect(lookHint(follow(undefined, frame))).toEqual({ image: frame.image, points: frame.points });
});

test('the detector looks first, once the face was lost, and now and then', () => {
  expect(lookHint(undefined)).toBeUndefined();
  expect(follow(follow(undefined, seen()), unseen())).toBeUndefined();
  expect(follow(follow(undefined, seen()), seen({ presence: 0.4 }))).toBeUndefined();
  expect(follow(undefined, seen({ presence: Number.NaN }))).toBeUndefined();
  let track = follow(undefined, seen());
  const hinted: boolean[] = [];
  for (let i = 0; i <= LOOKS_BY_HINT; i++) {
    hinted.push(lookHint(track) !== undefined);
    track = follow(track, seen({ detected: false }));
  }
  expect(hinted).toEqual([...Array.from({ length: LOOKS_BY_HINT }, () => true), false]);
  expect(lookHint(follow(track, seen()))).toBeDefined();
});

test('the detector looks next where that is wanted, and no longer once it did', () => {
  const track = untilDetected(follow(undefined, seen()) as Track);
  expect(lookHint(track)).toBeUndefined();
  expect(lookHint(follow(track, seen()))).toBeDefined();
});

test('how fast a face moves is told in its own size', () => {
  const first = follow(undefined, seen({ face: { centre: { x: 300, y: 200 }, eyeDistancePx: 80 } }), 0);
  const second = follow(first, seen({ face: { centre: { x: 340, y: 200 }, eyeDistancePx: 80 } }), 250);
  expect(second?.speed).toBeCloseTo(2, 5);
  expect(follow(second, seen({ face: { centre: { x: 400, y: 200 } } }), 250)?.speed).toBe(0);
});
