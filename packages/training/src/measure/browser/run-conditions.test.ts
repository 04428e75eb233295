import { FIVE_POINT_TEMPLATE, type RgbImage } from '@face-verify/core';
import { expect, test, vi } from 'vitest';
import type { Condition, FoundPhotograph } from '../conditions/condition.ts';
import type { ImageOutcome } from '../conditions/image-outcome.ts';
import { runConditions } from './run-conditions.ts';

const DARK: Condition = {
  title: 'Dark',
  steps: [{ label: '÷ 2', apply: ({ image }) => ({ ...image, data: image.data.map((value) => value / 2) }) }],
};

function photograph(value: number): FoundPhotograph {
  const image: RgbImage = { widthPx: 8, heightPx: 8, channels: 3, data: new Uint8Array(192).fill(value) };
  const box = { xPx: 0, yPx: 0, widthPx: 8, heightPx: 8 };
  return { identity: 'somebody', index: value, image, landmarks: FIVE_POINT_TEMPLATE, box };
}

const NOBODY = {
  outcome: 'inconclusive',
  reason: 'no-face',
  image: { widthPx: 8, heightPx: 8 },
  faceCount: 0,
  timings: {},
} as const;

test('an image that the journal knows is not captured again, nor written again', async () => {
  const known = new Map<string, ImageOutcome>();
  const journal = {
    get: (name: string) => known.get(name),
    set: vi.fn((name, outcome) => void known.set(name, outcome)),
  };
  const pipeline = { capture: vi.fn(async () => NOBODY) };
  const advance = vi.fn();
  const run = () => runConditions([DARK], [photograph(100), photograph(200)], pipeline, journal, advance);
  const [first, again] = [await run(), await run()];
  expect(first[0]?.outcomes).toEqual(Array(2).fill({ outcome: 'refused', reason: 'no-face' }));
  expect(again).toEqual(first);
  expect(pipeline.capture).toHaveBeenCalledTimes(2);
  expect(journal.set).toHaveBeenCalledTimes(2);
  expect(advance).toHaveBeenCalledTimes(4);
});
