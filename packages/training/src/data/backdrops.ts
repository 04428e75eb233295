import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { composeTransforms, type RgbImage, type SimilarityTransform, warpImage } from '@face-verify/core';
import sharp from 'sharp';
import { jitterAbout } from './augment.ts';

/** Draws a square picture without a face. */
export type Backdrops = (sizePx: number, random: () => number) => RgbImage;

/** Pictures are kept at most this large, to have some hundreds of them in memory. */
const PICTURE_SIDE_PX = 384;
/** Of the pictures, by name, every so many-th is held out from training. */
const HELD_OUT_EVERY = 8;
/** How often one of the pictures is drawn where there are any, and no texture. */
const PICTURE_SHARE = 0.75;

/**
 * Backdrops cut from the pictures of a folder, and textures that are made up: stripes, gradients, blots, noise.
 *
 * @param folder - JPEG files without people in them; may be absent, then there are only textures
 */
export async function openBackdrops(
  folder: string,
): Promise<{ readonly training: Backdrops; readonly heldOut: Backdrops }> {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.jpg'))
        .sort()
    : [];
  const pictures = await Promise.all(files.map((file) => readPicture(path.join(folder, file))));
  const isHeldOut = (_: RgbImage, i: number) => i % HELD_OUT_EVERY === 0;
  return {
    training: backdropsOf(pictures.filter((picture, i) => !isHeldOut(picture, i))),
    heldOut: backdropsOf(pictures.filter(isHeldOut)),
  };
}

function backdropsOf(pictures: readonly RgbImage[]): Backdrops {
  return (sizePx, random) => {
    const picture = random() < PICTURE_SHARE ? pictures[Math.floor(random() * pictures.length)] : undefined;
    return picture ? cutWindow(picture, sizePx, random) : drawTexture(sizePx, random);
  };
}

async function readPicture(file: string): Promise<RgbImage> {
  const { data, info } = await sharp(file)
    .resize(PICTURE_SIDE_PX, PICTURE_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: 3, data };
}

/** A turned window, from a quarter of the picture's shorter side to all of it. */
function cutWindow(picture: RgbImage, sizePx: number, random: () => number): RgbImage {
  const shorter = Math.min(picture.widthPx, picture.heightPx);
  const side = shorter * (0.25 + 0.75 * random());
  const left = (picture.widthPx - side) * random();
  const top = (picture.heightPx - side) * random();
  const a = sizePx / side;
  const toWindow: SimilarityTransform = { a, b: 0, tx: -a * left, ty: -a * top };
  const turned = jitterAbout((sizePx - 1) / 2, 1, random() < 0.5 ? 360 * random() : 0, 0, 0);
  return warpImage(picture, composeTransforms(turned, toWindow), sizePx);
}

/** A few random colours in a grid or a row, enlarged and turned: from two of them, a gradient, to noise. */
function drawTexture(sizePx: number, random: () => number): RgbImage {
  const columns = 2 + Math.floor(random() ** 2 * 60);
  const rows = random() < 0.3 ? 1 : columns;
  const [contrast, isGrey] = [0.1 + 0.9 * random(), random() < 0.3];
  const ground = [random() * 255, random() * 255, random() * 255];
  const data = new Uint8ClampedArray(columns * rows * 3);
  for (let i = 0; i < data.length; i += 3) {
    const light = random();
    for (let c = 0; c < 3; c++) {
      const drawn = 255 * (isGrey ? light : random());
      data[i + c] = contrast * drawn + (1 - contrast) * (ground[c] as number);
    }
  }
  const a = sizePx / (columns - 1);
  const turned = jitterAbout((sizePx - 1) / 2, 1.5, 360 * random(), 0, 0);
  const enlarged = { a, b: 0, tx: 0, ty: rows === 1 ? sizePx / 2 : 0 };
  const grid = { widthPx: columns, heightPx: rows, channels: 3, data } as const;
  return warpImage(grid, composeTransforms(turned, enlarged), sizePx);
}
