import { ALIGNED_SIZE_PX, alignmentTransform, applyTransform, type RgbImage } from '@face-verify/core';
import { createRandom } from '../../data/random.ts';
import { type Condition, type FoundPhotograph, oneStep, stepsOf } from './condition.ts';
import { mapPixels } from './pixels.ts';

const SEED = 1;

/** Each value by its own, of 256. */
function mapValues({ image }: FoundPhotograph, map: (value: number) => number): RgbImage {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => map(value));
  const at = (value: number) => table[value] as number;
  return mapPixels(image, ([red, green, blue]) => [at(red), at(green), at(blue)]);
}

function cast({ image }: FoundPhotograph, gains: readonly [number, number, number]): RgbImage {
  const [r, g, b] = gains;
  return mapPixels(image, ([red, green, blue]) => [r * red, g * green, b * blue]);
}

/** Two uniform numbers give a normal one (Box and Muller 1958). */
function addNoise({ image, index }: FoundPhotograph, deviation: number): RgbImage {
  const random = createRandom(SEED, index);
  const noise = () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return mapPixels(image, ([red, green, blue]) => [red + noise(), green + noise(), blue + noise()]);
}

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

/** The image of a screen: stripes of its pixels' colours that the camera's own rows and columns cross. */
function moire({ image }: FoundPhotograph, strength: number): RgbImage {
  return mapPixels(image, (rgb, x, y) => {
    const along = (2 * Math.PI * (x * Math.cos(0.12) + y * Math.sin(0.12))) / 2.9;
    const across = (2 * Math.PI * (y * Math.cos(0.12) - x * Math.sin(0.12))) / 3.3;
    const [red, green, blue] = rgb.map(
      (value, channel) =>
        value * (1 - strength + strength * (Math.sin(along + (channel * 2 * Math.PI) / 3) + Math.sin(across))),
    );
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
      (p, times) => mapValues(p, (value) => value / times),
    ),
  },
  {
    title: 'Overexposed',
    steps: stepsOf(
      [2, 4],
      (times) => `× ${times}`,
      (p, times) => mapValues(p, (value) => value * times),
    ),
  },
  {
    title: 'Low contrast',
    steps: stepsOf(
      [0.3, 0.1],
      (share) => `${share * 100} % of it left`,
      (p, share) => mapValues(p, (value) => 128 + share * (value - 128)),
    ),
  },
  oneStep('Backlight', backlight),
  oneStep('Negative', (photograph) => mapValues(photograph, (value) => 255 - value)),
  oneStep('Blue light', (photograph) => cast(photograph, [0.35, 0.5, 1.2])),
  oneStep('Warm light', (photograph) => cast(photograph, [1.2, 0.75, 0.35])),
  { title: 'Noise', steps: stepsOf([15, 40], (deviation) => `deviation ${deviation} of 255`, addNoise) },
  { title: 'Moiré of a screen', steps: stepsOf([0.15, 0.35], (strength) => `${strength * 100} %`, moire) },
];
