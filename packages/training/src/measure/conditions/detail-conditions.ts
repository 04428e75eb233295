import type { RgbImage } from '@face-verify/core';
import { pixelate } from '../../data/damage/pixel-changes.ts';
import { runningMean } from '../../data/running-mean.ts';
import { type Condition, type FoundPhotograph, stepsOf } from './condition.ts';
import { eyeDistance } from './face-frame.ts';
import { openPixels, readPixels } from './pixels.ts';

function blur(image: RgbImage, sigmaPx: number): Promise<RgbImage> {
  return readPixels(openPixels(image).blur(sigmaPx));
}

function smear({ image, landmarks }: FoundPhotograph, eyeDistances: number): RgbImage {
  const moved = { ...image, data: Uint8ClampedArray.from(image.data) };
  runningMean(moved, Math.round(eyeDistances * eyeDistance(landmarks)), 'rows');
  return moved;
}

function mosaic({ image, landmarks }: FoundPhotograph, blocksBetweenEyes: number): RgbImage {
  return pixelate(image, Math.max(1, Math.round(eyeDistance(landmarks) / blocksBetweenEyes)));
}

/** As many pixels as leave so many between the eyes. */
function reduce({ image, landmarks }: FoundPhotograph, eyeDistancePx: number): Promise<RgbImage> {
  const scale = Math.min(1, eyeDistancePx / eyeDistance(landmarks));
  return readPixels(openPixels(image).resize({ width: Math.max(1, Math.round(image.widthPx * scale)) }));
}

async function compress({ image }: FoundPhotograph, quality: number): Promise<RgbImage> {
  const { default: sharp } = await import('sharp');
  return readPixels(sharp(await openPixels(image).jpeg({ quality }).toBuffer()));
}

/** How much detail is left of a face. */
export const DETAIL_CONDITIONS: readonly Condition[] = [
  {
    title: 'Gaussian blur',
    steps: stepsOf(
      [3, 6, 10],
      (sigma) => `σ ${sigma} px`,
      ({ image }, sigma) => blur(image, sigma),
    ),
  },
  {
    title: 'Blur at the face’s size',
    steps: stepsOf(
      [0.08, 0.15, 0.22],
      (sigma) => `σ ${sigma} eye distances`,
      ({ image, landmarks }, sigma) => blur(image, Math.max(0.3, sigma * eyeDistance(landmarks))),
    ),
  },
  { title: 'Motion blur', steps: stepsOf([0.3, 0.6], (length) => `${length} eye distances`, smear) },
  { title: 'Mosaic', steps: stepsOf([6, 3], (blocks) => `${blocks} blocks between the eyes`, mosaic) },
  { title: 'Resolution', steps: stepsOf([32, 24, 18], (px) => `${px} px between the eyes`, reduce) },
  { title: 'JPEG', steps: stepsOf([30, 10, 3], (quality) => `quality ${quality}`, compress) },
];
