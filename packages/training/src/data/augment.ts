import {
  ALIGNED_SIZE_PX,
  composeTransforms,
  mirrorImage,
  type RgbImage,
  type SimilarityTransform,
  warpImage,
} from '@face-verify/core';
import { CROP_TO_ALIGNED } from './crop.ts';
import type { Damage } from './damage/damage-kind.ts';
import { stretch } from './damage/stretch.ts';
import { runningMean } from './running-mean.ts';

/** How strongly pictures are varied; probabilities in [0, 1]. */
export interface AugmentationRanges {
  /** Aligned pixels to each side. */
  readonly shiftPx: number;
  readonly rotationDegrees: number;
  readonly scale: readonly [number, number];
  /** Share of the mean by which each channel, contrast and brightness vary. */
  readonly colour: number;
  readonly greyProbability: number;
  readonly resampleProbability: number;
  readonly motionBlurProbability: number;
  readonly occlusionProbability: number;
}

export const STANDARD_AUGMENTATION: AugmentationRanges = {
  shiftPx: 4,
  rotationDegrees: 7,
  scale: [0.92, 1.1],
  colour: 0.25,
  greyProbability: 0.15,
  resampleProbability: 0.2,
  motionBlurProbability: 0.1,
  occlusionProbability: 0.15,
};

/** Cuts a varied 112×112 face from a crop with its margin, which it may write into. */
export function augmentCrop(
  crop: RgbImage,
  ranges: AugmentationRanges,
  random: () => number,
  { width, change }: Damage = {},
): RgbImage {
  const between = (low: number, high: number) => low + (high - low) * random();
  const jitter = jitterAbout(
    (ALIGNED_SIZE_PX - 1) / 2,
    between(...ranges.scale),
    between(-ranges.rotationDegrees, ranges.rotationDegrees),
    between(-ranges.shiftPx, ranges.shiftPx),
    between(-ranges.shiftPx, ranges.shiftPx),
  );
  if (random() < 0.5) mirrorImage(crop);
  const { image, toAligned } = width === undefined ? { image: crop, toAligned: CROP_TO_ALIGNED } : stretch(crop, width);
  const face = warpImage(image, composeTransforms(jitter, toAligned), ALIGNED_SIZE_PX);
  const varied = varyPhotometry(face, random, ranges);
  // Last, so that what several people have in common is not varied in each.
  return change?.(varied, random) ?? varied;
}

/** Varies what light, lens and distance would, and nothing that moves a point. May write into `face`. */
export function varyPhotometry(
  face: RgbImage,
  random: () => number,
  ranges: AugmentationRanges = STANDARD_AUGMENTATION,
): RgbImage {
  const varied = random() < ranges.resampleProbability ? resample(face, 0.25 + 0.55 * random()) : face;
  if (random() < ranges.motionBlurProbability) runningMean(varied, 3 + 2 * Math.floor(random() * 3), 'rows');
  recolour(varied, ranges, random);
  if (random() < ranges.occlusionProbability) occlude(varied, random);
  return varied;
}

/** Scale and rotation about a point on the diagonal, then a shift. */
export function jitterAbout(
  centre: number,
  scale: number,
  degrees: number,
  shiftX: number,
  shiftY: number,
): SimilarityTransform {
  const a = scale * Math.cos((degrees * Math.PI) / 180);
  const b = scale * Math.sin((degrees * Math.PI) / 180);
  return { a, b, tx: centre - a * centre + b * centre + shiftX, ty: centre - b * centre - a * centre + shiftY };
}

/** Down and up again: a face from further away. */
export function resample(face: RgbImage, factor: number): RgbImage {
  const small = Math.round(face.widthPx * factor);
  const scale = (to: number, from: number): SimilarityTransform => {
    const a = to / from;
    return { a, b: 0, tx: (a - 1) / 2, ty: (a - 1) / 2 };
  };
  const reduced = warpImage(face, scale(small, face.widthPx), small);
  return warpImage(reduced, scale(face.widthPx, small), face.widthPx);
}

function recolour({ data }: RgbImage, { colour, greyProbability }: AugmentationRanges, random: () => number): void {
  const vary = () => 1 + colour * (2 * random() - 1);
  const contrast = vary();
  const brightness = 128 * (vary() - 1) + 128;
  const gains = [vary(), vary(), vary()].map((gain) => contrast * (1 + (gain - 1) / 2));
  const grey = random() < greyProbability;
  for (let i = 0; i < data.length; i += 3) {
    const luma = grey ? lumaAt(data, i) : 0;
    for (let c = 0; c < 3; c++) {
      const value = grey ? luma : (data[i + c] as number);
      const gain = grey ? contrast : (gains[c] as number);
      data[i + c] = Math.min(255, Math.max(0, gain * (value - 128) + brightness));
    }
  }
}

/** Each channel its luma, in place. */
export function makeGrey(face: RgbImage): RgbImage {
  for (let i = 0; i < face.data.length; i += 3) face.data.fill(lumaAt(face.data, i), i, i + 3);
  return face;
}

/** By the weights of ITU-R BT.601. */
function lumaAt(data: RgbImage['data'], i: number): number {
  return 0.299 * (data[i] as number) + 0.587 * (data[i + 1] as number) + 0.114 * (data[i + 2] as number);
}

/** A rectangle of one colour over up to a sixth of the face. */
function occlude({ widthPx, heightPx, data }: RgbImage, random: () => number): void {
  const width = Math.round(widthPx * (0.1 + 0.35 * random()));
  const height = Math.round(heightPx * (0.1 + 0.3 * random()));
  const left = Math.floor((widthPx - width) * random());
  const top = Math.floor((heightPx - height) * random());
  const colour = [random() * 255, random() * 255, random() * 255];
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) data.set(colour, (y * widthPx + x) * 3);
  }
}
