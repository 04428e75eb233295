import type { RgbImage } from '@face-verify/core';
import { seededDraws, throughCamera } from '@face-verify/testkit';
import { composeShot, writeMjpegFilm } from '@face-verify/testkit/node';

/** A rendered photograph, or a picture of 320×240, and for how many of 30 frames a second it is seen. */
export type Take = readonly [picture: string | RgbImage, frames: number];

/**
 * Writes a film as a camera would take it: whoever sits before it trembles, and no two frames are the same picture.
 *
 * @param path - ends in `.mjpeg`
 * @param takes - of files of the testkit's folder `fixtures`, or pictures; the camera repeats them
 */
export async function writeCameraFilm(path: string, takes: readonly Take[]): Promise<void> {
  await writeMjpegFilm(frames(takes), path);
}

async function* frames(takes: readonly Take[]) {
  const draw = seededDraws(1);
  for (const [sitter, count] of takes) {
    const picture = typeof sitter === 'string' ? await composeShot({ sitter }) : sitter;
    for (let i = 0; i < count; i++) yield throughCamera(picture, draw).image;
  }
}
