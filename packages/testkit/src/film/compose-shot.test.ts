import { expect, test } from 'vitest';
import { composeShot, type Shot } from './compose-shot.ts';

const SITTER: Shot = { sitter: 'ada-front.jpg' };
const withPasser = (offset: number): Shot => ({ ...SITTER, passer: { file: 'dieter-front.jpg', offset } });

/** Columns in which two shots differ, as shares of the width. */
async function differingColumns(p: Shot, q: Shot): Promise<{ from: number; to: number } | undefined> {
  const [a, b] = [await composeShot(p), await composeShot(q)];
  const columns = Array.from(a.data.keys())
    .filter((i) => a.data[i] !== b.data[i])
    .map((i) => (Math.floor(i / 3) % a.widthPx) / a.widthPx);
  if (columns.length === 0) return undefined;
  return columns.reduce(({ from, to }, x) => ({ from: Math.min(from, x), to: Math.max(to, x) }), { from: 1, to: 0 });
}

test('a shot of nobody but the sitter is the same each time', async () => {
  expect(await composeShot(SITTER)).toEqual(await composeShot(SITTER));
  expect(await composeShot(SITTER)).toMatchObject({ widthPx: 320, heightPx: 240, channels: 3 });
});

test('whoever passes covers the part of the frame in front of which they are', async () => {
  const left = await differingColumns(SITTER, withPasser(-0.4));
  expect(left?.from).toBe(0);
  expect(left?.to).toBeLessThan(0.6);
  const right = await differingColumns(SITTER, withPasser(0.4));
  expect(right?.from).toBeGreaterThan(0.4);
  expect(right?.to).toBeGreaterThan(0.99);
});

test.for([-1.5, 1.5])('whoever is %f widths away is not seen', async (offset) => {
  expect(await differingColumns(SITTER, withPasser(offset))).toBeUndefined();
});
