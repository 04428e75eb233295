import { runningMean } from '../running-mean.ts';
import type { DamageKind } from './damage-kind.ts';
import { pixelate } from './pixel-changes.ts';

/** How little detail is left of a face, up to where faces are refused. */
export const DETAIL_DAMAGES: readonly DamageKind[] = [
  {
    title: 'Blur',
    weight: 1,
    draw: (random) => {
      // Three running means are nearly a Gaussian.
      const length = 3 + 2 * Math.floor(2 * random());
      return {
        change: (face) => {
          for (let pass = 0; pass < 3; pass++) {
            runningMean(face, length, 'rows');
            runningMean(face, length, 'columns');
          }
          return face;
        },
      };
    },
  },
  {
    title: 'Motion blur',
    weight: 1,
    draw: (random) => {
      const [length, along] = [3 + 2 * Math.floor(4 * random()), random() < 0.5 ? 'rows' : 'columns'] as const;
      return {
        change: (face) => {
          runningMean(face, length, along);
          return face;
        },
      };
    },
  },
  {
    title: 'Mosaic',
    weight: 1,
    draw: (random) => {
      const sidePx = 2 + Math.floor(3 * random());
      return { change: (face) => pixelate(face, sidePx) };
    },
  },
];
