import { ALIGNED_SIZE_PX, type RgbImage } from '@face-verify/core';
import sharp from 'sharp';
import { resample } from '../../data/augment.ts';
import { CROP_MARGIN_PX } from '../../data/crop.ts';

/** One way in which a photograph of a face can be poor. */
export interface Damage {
  readonly title: string;
  /** What a strength says, as an axis is labelled. */
  readonly axis: string;
  /** The strength that changes nothing. */
  readonly none: number;
  /** Those that are measured, each more than the one before. */
  readonly strengths: readonly number[];
  /** May write into `crop`, a crop with its margin. */
  apply(crop: RgbImage, strength: number, random: () => number): RgbImage | Promise<RgbImage>;
}

export const DAMAGES: readonly Damage[] = [
  {
    title: 'Distance',
    axis: 'times the face was reduced and enlarged again',
    none: 1,
    strengths: [2, 3, 4, 6, 8],
    apply: (crop, times) => resample(crop, 1 / times),
  },
  {
    title: 'Blur',
    axis: 'deviation of the Gaussian, px of the aligned face',
    none: 0,
    strengths: [1, 2, 3, 4, 6],
    apply: blur,
  },
  {
    title: 'Occlusion',
    axis: 'per cent of the aligned face under a square',
    none: 0,
    strengths: [5, 10, 20, 40],
    apply: cover,
  },
];

async function blur({ data, widthPx, heightPx, channels }: RgbImage, sigmaPx: number): Promise<RgbImage> {
  const image = sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
  return { data: await image.blur(sigmaPx).raw().toBuffer(), widthPx, heightPx, channels };
}

/** A square of one colour somewhere within the aligned face, in place. */
function cover(crop: RgbImage, percent: number, random: () => number): RgbImage {
  const side = Math.round(ALIGNED_SIZE_PX * Math.sqrt(percent / 100));
  const start = () => CROP_MARGIN_PX + Math.floor((ALIGNED_SIZE_PX - side + 1) * random());
  const [left, top] = [start(), start()];
  const colour = [random() * 255, random() * 255, random() * 255];
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) crop.data.set(colour, (y * crop.widthPx + x) * 3);
  }
  return crop;
}
