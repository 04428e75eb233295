import {
  alignmentTransform,
  centroid,
  distance,
  type FiveLandmarks,
  invertTransform,
  type Point,
  type RgbImage,
} from '@face-verify/core';
import type { FoundPhotograph } from './condition.ts';
import { openPixels, readPixels } from './pixels.ts';

/** Pixels between the eyes: the unit of whatever is done at a face's own size. */
export function eyeDistance({ leftEye, rightEye }: FiveLandmarks): number {
  return distance(leftEye, rightEye);
}

export function betweenEyes({ leftEye, rightEye }: FiveLandmarks): Point {
  return centroid([leftEye, rightEye]);
}

/**
 * Draws over a photograph in the coordinates of the aligned face, so that it lies on every face alike.
 *
 * @param svg - shapes, in pixels of the 112 px template: eyes at about (38, 52) and (74, 52), mouth at 92
 */
export function drawOnFace({ image, landmarks }: FoundPhotograph, svg: string): Promise<RgbImage> {
  const { a, b, tx, ty } = invertTransform(alignmentTransform(landmarks));
  return drawOver(image, `<g transform="matrix(${a} ${b} ${-b} ${a} ${tx} ${ty})">${svg}</g>`);
}

/** @param svg - shapes, in pixels of the photograph */
function drawOver(image: RgbImage, svg: string): Promise<RgbImage> {
  const { widthPx, heightPx } = image;
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${svg}</svg>`;
  return readPixels(openPixels(image).composite([{ input: Buffer.from(document) }]));
}
