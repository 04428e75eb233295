import { ALIGNED_SIZE_PX, alignmentTransform, applyTransform, type RgbImage } from '@face-verify/core';
import { addMoire, addNoise, castColour, mapPixels, mapValues } from '../../data/damage/pixel-changes.ts';
import { createRandom } from '../../data/random.ts';
import { type Condition, type FoundPhotograph, oneStep, stepsOf } from './condition.ts';

const SEED = 1;

/** A face in the dark before something bright. */
function backlight({ image, landmarks }: FoundPhotograph): RgbImage {
  const toAligned = alignmentTransform(landmarks);
  const middle = { x: ALIGNED_SIZE_PX / 2, y: 62 };
  return mapPixels(image, (rgb, x, y) => {
    const p = applyTransform(toAligned, { x, y });
    const outside = Math.hypot((p.x - middle.x) / 46, (p.y - middle.y) / 66);
    const share = Math.min(1, Math.max(0, (outside - 0.95) / 0.2));
    const [red, green, blue] = rgb.map((value) => (1 - share) * (value / 4) + share * (2 * value + 70));
    return [red as number, green as number, blue as number];
  });
}

/** What light, exposure and sensor do. */
export const LIGHT_CONDITIONS: readonly Condition[] = [
  {
    title: 'Dark',
    steps: stepsOf(
      [4, 8, 25],
      (times) => `÷ ${times}`,
      ({ image }, times) => mapValues(image, (value) => value / times),
    ),
  },
  {
    title: 'Overexposed',
    steps: stepsOf(
      [2, 4],
      (times) => `× ${times}`,
      ({ image }, times) => mapValues(image, (value) => value * times),
    ),
  },
  {
    title: 'Low contrast',
    steps: stepsOf(
      [0.3, 0.1],
      (share) => `${share * 100} % of it left`,
      ({ image }, share) => mapValues(image, (value) => 128 + share * (value - 128)),
    ),
  },
  oneStep('Backlight', backlight),
  oneStep('Negative', ({ image }) => mapValues(image, (value) => 255 - value)),
  oneStep('Blue light', ({ image }) => castColour(image, [0.35, 0.5, 1.2])),
  oneStep('Warm light', ({ image }) => castColour(image, [1.2, 0.75, 0.35])),
  {
    title: 'Noise',
    steps: stepsOf(
      [15, 40],
      (deviation) => `deviation ${deviation} of 255`,
      ({ image, index }, deviation) => addNoise(image, deviation, createRandom(SEED, index)),
    ),
  },
  {
    title: 'Moiré of a screen',
    steps: stepsOf(
      [0.15, 0.35],
      (strength) => `${strength * 100} %`,
      ({ image }, strength) => addMoire(image, strength),
    ),
  },
];
