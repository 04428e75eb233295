import { expect, test } from 'vitest';
import { placeByLifetime } from './place-by-lifetime.ts';

test('what is needed at the same time does not overlap, and begins at a line of the cache', () => {
  let state = 1;
  const draw = (end: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const rooms = Array.from({ length: 60 }, () => {
    const from = draw(20);
    return { bytes: draw(1000), from, to: from + draw(5) };
  });
  const { offsets, bytes } = placeByLifetime(rooms);
  const placed = rooms.map((room, i) => ({ ...room, start: offsets[i] as number }));
  for (const [i, one] of placed.entries()) {
    expect(one.start % 64).toBe(0);
    expect(one.start + one.bytes).toBeLessThanOrEqual(bytes);
    for (const other of placed.slice(i + 1)) {
      const isTogether = one.from <= other.to && other.from <= one.to;
      const overlaps = one.start < other.start + other.bytes && other.start < one.start + one.bytes;
      expect(isTogether && overlaps).toBe(false);
    }
  }
});

test('what comes later takes the room of what is gone', () => {
  const chain = Array.from({ length: 9 }, (_, i) => ({ bytes: 640, from: i, to: i + 1 }));
  expect(placeByLifetime(chain).bytes).toBe(2 * 640);
});

test('what is always needed has a room of its own', () => {
  const kept = { bytes: 100, from: 0, to: 9 };
  const { offsets, bytes } = placeByLifetime([
    kept,
    { bytes: 64, from: 0, to: 0 },
    kept,
    { bytes: 64, from: 5, to: 9 },
  ]);
  expect(new Set(offsets).size).toBe(3);
  expect(bytes).toBe(128 + 128 + 64);
});
