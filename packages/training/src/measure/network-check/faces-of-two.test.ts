import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { facesOfTwo } from './faces-of-two.ts';

it('takes rendered people where no data set is packed, as large as they are wanted', async () => {
  const { origin, people } = await facesOfTwo(mkdtempSync(path.join(tmpdir(), 'no-pack-')), 64, 2);
  expect(origin).toBe('rendered');
  expect(people.map((faces) => faces.length)).toEqual([2, 2]);
  const faces = people.flat();
  for (const { widthPx, heightPx, data } of faces) {
    expect([widthPx, heightPx]).toEqual([64, 64]);
    expect(Math.max(...data) - Math.min(...data)).toBeGreaterThan(100);
  }
  expect(new Set(faces.map(({ data }) => data.join())).size).toBe(4);
});
