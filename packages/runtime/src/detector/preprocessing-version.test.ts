import { createHash } from 'node:crypto';
import { coarsePoints, type FaceDetection, PREPROCESSING_VERSION, type RgbaImage } from '@face-verify/core';
import { expect, test } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { detectInLooks } from './detect-in-looks.ts';

const [WIDTH, HEIGHT] = [90, 70];

/** Waves of every length, so that another way to cut, turn or frame gives other bytes. */
const PHOTOGRAPH: RgbaImage = {
  widthPx: WIDTH,
  heightPx: HEIGHT,
  channels: 4,
  data: Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) => (i % 4 === 3 ? 255 : ((i * i) >> 7) ^ (i >> 3))),
};

test('what the detector sees, and which faces count, changes only with the version of the preprocessing', async () => {
  const digest = createHash('sha256');
  const looks = { sure: 0, unsure: 0 };
  for (const [kind, surest] of [
    ['sure', 0.85],
    ['unsure', 0.849],
  ] as const) {
    const detect = ({ widthPx, heightPx, data }: RgbaImage): FaceDetection[] => {
      digest.update(`${widthPx} ${heightPx}`).update(data);
      // Each look sees two faces: sure and unsure ones, beside and over those of other looks.
      const look = looks[kind]++;
      const score = (start: number, step: number) => surest - (0.35 * ((start + look * step) % 13)) / 13;
      return [
        drawnDetection(3 + look, 5, 18, score(0, 5)),
        drawnDetection(widthPx / 2, heightPx / 2, 12, score(12, 8)),
      ];
    };
    for (const face of await detectInLooks(PHOTOGRAPH, detect)) {
      const points = coarsePoints(face).map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`);
      digest.update(points.join());
    }
  }
  // Anything moved? Then stored embeddings may no longer mean the same: a new PREPROCESSING_VERSION, with the digest.
  expect({ version: PREPROCESSING_VERSION, looks, sha256: digest.digest('hex') }).toEqual({
    version: 'two-looks-align5-2',
    looks: { sure: 1, unsure: 11 },
    sha256: '96507b57d3ea0d99603e147059899cd31f9fc20f468929bea42b7ec34dac95db',
  });
});
