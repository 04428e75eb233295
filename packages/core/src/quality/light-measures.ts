import type { RgbImage } from '../image.ts';
import { FACE_REGION, meanOver, pixelsOf, type Region } from './face-region.ts';

/** What is left out at either end of the dynamic range: highlights and pupils. */
const TAIL = 0.02;
/** A value from here on may have been more than the sensor can tell. */
const CLIPPED = 250;

const LEFT_EYE: Region = { left: 30, top: 46, right: 47, bottom: 58 };
const RIGHT_EYE: Region = { left: 66, top: 46, right: 83, bottom: 58 };
const LEFT_CHEEK: Region = { left: 28, top: 66, right: 44, bottom: 80 };
const RIGHT_CHEEK: Region = { left: 68, top: 66, right: 84, bottom: 80 };

/** How bright the face is: the mean of its luma. */
export function luminanceMean(luma: Float32Array): number {
  return meanOver(luma, FACE_REGION);
}

/** How far the luma of the face reaches, but for 2 % at either end. */
export function dynamicRange(luma: Float32Array): number {
  const sorted = Float32Array.from(pixelsOf(FACE_REGION), (pixel) => luma[pixel] as number).sort();
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] as number;
  return at(1 - TAIL) - at(TAIL);
}

/** Share of the aligned face of which a colour channel is at its end. */
export function overExposure({ data }: RgbImage): number {
  let clipped = 0;
  for (let i = 0; i < data.length; i += 3) {
    if (Math.max(data[i] as number, data[i + 1] as number, data[i + 2] as number) >= CLIPPED) clipped++;
  }
  return (3 * clipped) / data.length;
}

/** Blue over red, on the mean of the face: about 0.6 for skin in white light, 1 for grey. Blue light and negatives are above. */
export function blueOverRed({ data }: RgbImage): number {
  let [red, blue] = [0, 0];
  let count = 0;
  for (const pixel of pixelsOf(FACE_REGION)) {
    red += data[3 * pixel] as number;
    blue += data[3 * pixel + 2] as number;
    count++;
  }
  // A face without any red is dark, and its colour tells nothing.
  return blue / Math.max(count, red);
}

/** How much darker the eyes are than the cheeks, as a share of the cheeks' luma: 0 where they are the same, 1 where black. */
export function eyeDarkness(luma: Float32Array): number {
  const cheeks = meanOver(luma, LEFT_CHEEK) + meanOver(luma, RIGHT_CHEEK);
  const eyes = meanOver(luma, LEFT_EYE) + meanOver(luma, RIGHT_EYE);
  return (cheeks - eyes) / Math.max(1, cheeks);
}
