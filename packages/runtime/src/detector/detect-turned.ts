import type { FaceDetection, RgbaImage } from '@face-verify/core';
import type { Detect } from './detect.ts';
import { mapFace } from './map-face.ts';

/**
 * Looks for faces that lie on a side or stand on their head: phones lose the note of how they were held. The detector
 * sees upright faces only, and takes a face that is upside down for another, with its mouth for eyes.
 *
 * @param detect - finds the faces of one image
 * @returns the faces of each of the three looks, in pixels of `image`; the left eye of a face is the one that is left
 *   where the face is upright
 */
export async function detectTurned(image: RgbaImage, detect: Detect): Promise<readonly (readonly FaceDetection[])[]> {
  const quarter = turnClockwise(image);
  const half = turnClockwise(quarter);
  const back = (faces: readonly FaceDetection[], before: RgbaImage) =>
    faces.map((face) => mapFace(face, ({ x, y }) => ({ x: y, y: before.heightPx - 1 - x })));
  const seenFromHalf = [await detect(half), back(await detect(turnClockwise(half)), half)];
  const seenFromQuarter = [await detect(quarter), ...seenFromHalf.map((faces) => back(faces, quarter))];
  return seenFromQuarter.map((faces) => back(faces, image));
}

/** By a quarter: the left edge becomes the upper one. */
function turnClockwise({ widthPx, heightPx, data }: RgbaImage): RgbaImage {
  // Whole pixels; a copy, since bytes may begin anywhere in their buffer.
  const from = new Uint32Array(new Uint8ClampedArray(data).buffer);
  const turned = new Uint32Array(from.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) turned[x * heightPx + heightPx - 1 - y] = from[y * widthPx + x] as number;
  }
  return { widthPx: heightPx, heightPx: widthPx, channels: 4, data: new Uint8ClampedArray(turned.buffer) };
}
