import type { FaceDetection, RgbaImage } from '@face-verify/core';
import type { Detect } from './detect.ts';
import { detectInTiles } from './detect-in-tiles.ts';
import { detectTurned } from './detect-turned.ts';
import { detectWithMargin } from './detect-with-margin.ts';
import { isSameFace, keepBestFaces } from './keep-best-faces.ts';

/**
 * From this score on the first look is believed: 95 of 100 upright portraits reach it. Below, a face may lie on its
 * side, stand on its head, fill the image or be small, or be none: seen upside down, faces score up to 0.81, and
 * seen again upright 0.79 or more.
 */
const SURE_SCORE = 0.85;
/** More looks find more things that are no face: in the tiles of 108 backgrounds 30 above 0.5, but 3 above this. */
const MIN_SCORE_AGAIN = 0.7;

/**
 * Finds the faces of a photograph in as few looks as it takes.
 *
 * @param detect - finds the upright faces of one image
 * @returns each face as the look saw it that is surest of it; two that one look sees apart are two
 */
export async function detectInLooks(image: RgbaImage, detect: Detect): Promise<readonly FaceDetection[]> {
  const first = await detect(image);
  if (first.some(({ score }) => score >= SURE_SCORE)) return first;
  const believed = (faces: readonly FaceDetection[]) => faces.filter(({ score }) => score >= MIN_SCORE_AGAIN);
  const turned = (await detectTurned(image, detect)).map(believed);
  const framed = (await detectWithMargin(image, detect)).map(believed);
  const tiled = (await detectInTiles(image, detect)).map(believed);
  // Whom the first look sees weakly may be a second person.
  const faces = keepBestFaces([first, ...turned, ...framed, ...tiled]);
  // But one face on its side can look to it like two, of which the weaker is none.
  const lying = turned.flat().filter((face) => faces.includes(face));
  return faces.filter((face) => face.score >= MIN_SCORE_AGAIN || !lying.some((other) => isSameFace(face, other)));
}
