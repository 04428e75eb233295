import type { RgbImage } from '@face-verify/core';
import { type Condition, type FoundPhotograph, oneStep, stepsOf } from './condition.ts';
import { betweenEyes, eyeDistance } from './face-frame.ts';
import { openPixels, readPixels } from './pixels.ts';

/** The face from hairline to chin, in eye distances from the line between the eyes: as in most portraits. */
const FACE = { above: 1.15, below: 1.75 } as const;

function stretch({ image }: FoundPhotograph, width: number): Promise<RgbImage> {
  const resized = { width: Math.round(image.widthPx * width), height: image.heightPx, fit: 'fill' } as const;
  return readPixels(openPixels(image).resize(resized));
}

function rotate({ image }: FoundPhotograph, degrees: number): Promise<RgbImage> {
  return readPixels(openPixels(image).rotate(degrees, { background: '#808080' }));
}

/** The rows of a photograph between two heights, in eye distances below the line between the eyes. */
function cutRows({ image, landmarks }: FoundPhotograph, from: number, to: number): Promise<RgbImage> {
  const row = (height: number) => {
    const y = betweenEyes(landmarks).y + height * eyeDistance(landmarks);
    return Math.min(image.heightPx, Math.max(0, Math.round(y)));
  };
  const area = { left: 0, top: row(from), width: image.widthPx, height: Math.max(1, row(to) - row(from)) };
  return readPixels(openPixels(image).extract(area));
}

/** What a square about the detector's box shows, so many times as wide. */
export function cropToBox({ image, box }: FoundPhotograph, times: number): Promise<RgbImage> {
  const side = box.widthPx * times;
  const [x, y] = [box.xPx + box.widthPx / 2, box.yPx + box.heightPx / 2];
  const [left, top] = [Math.max(0, Math.round(x - side / 2)), Math.max(0, Math.round(y - side / 2))];
  const width = Math.max(1, Math.min(image.widthPx - left, Math.round(side)));
  const height = Math.max(1, Math.min(image.heightPx - top, Math.round(side)));
  return readPixels(openPixels(image).extract({ left, top, width, height }));
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What changes the shape of a face, or leaves part of it outside the image. */
export const SHAPE_CONDITIONS: readonly Condition[] = [
  { title: 'Width', steps: stepsOf([0.56, 0.75, 0.85, 1.33, 1.78], (width) => `× ${width}`, stretch) },
  { title: 'Turned in the picture', steps: stepsOf([90, 120, 180], (degrees) => `${degrees}°`, rotate) },
  {
    title: 'Forehead cut off',
    steps: stepsOf([0.3, 0.45], percent, (photograph, share) =>
      cutRows(photograph, share * (FACE.above + FACE.below) - FACE.above, Number.POSITIVE_INFINITY),
    ),
  },
  oneStep('Picture begins below the eyes', (photograph) => cutRows(photograph, 0.3, Number.POSITIVE_INFINITY)),
  {
    title: 'Picture ends',
    steps: stepsOf(
      [
        ['below the eyes', 0.3],
        ['below the nose', 0.85],
      ] as const,
      ([label]) => label,
      (photograph, [, height]) => cutRows(photograph, Number.NEGATIVE_INFINITY, height),
    ),
  },
];
