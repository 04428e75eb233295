import type { RgbImage } from '@face-verify/core';
import sharp from 'sharp';
import { type Condition, type FoundPhotograph, oneStep, stepsOf } from './condition.ts';
import { openPixels, readPixels } from './pixels.ts';
import { cropToBox } from './shape-conditions.ts';

/** Long side of the images that a photograph is put into. */
const SCENE = { width: 1280, height: 960 } as const;
const GREY = '<rect width="1280" height="960" fill="#808080"/>';
/** A wall, a window, an image, a table. */
const ROOM =
  '<rect width="1280" height="960" fill="#cfc6b8"/><rect y="700" width="1280" height="260" fill="#7b5a3c"/>' +
  '<rect x="80" y="80" width="360" height="420" fill="#bcd9ee" stroke="#fff" stroke-width="18"/>' +
  '<path d="M260 80 V500 M80 290 H440" stroke="#fff" stroke-width="14"/>' +
  '<rect x="930" y="120" width="240" height="180" fill="#3f5d4a" stroke="#8a6b2f" stroke-width="14"/>' +
  '<circle cx="1050" cy="210" r="46" fill="#d8b24a"/><rect x="60" y="760" width="420" height="40" fill="#402a18"/>';
const SCREEN =
  '<rect width="1280" height="960" fill="#f2f3f5"/><rect width="1280" height="56" fill="#24292f"/>' +
  '<circle cx="34" cy="28" r="9" fill="#e5534b"/><circle cx="64" cy="28" r="9" fill="#daaa3f"/>' +
  '<rect x="40" y="96" width="300" height="820" fill="#fff" stroke="#d0d7de"/>' +
  '<path d="M64 140 H300 M64 180 H260 M64 220 H310 M64 260 H220" stroke="#8c959f" stroke-width="10"/>';

function border({ image }: FoundPhotograph, share: number, background: string): Promise<RgbImage> {
  const px = Math.round(share * Math.max(image.widthPx, image.heightPx));
  return readPixels(openPixels(image).extend({ top: px, bottom: px, left: px, right: px, background }));
}

/** Black bars that give an image another shape. */
function bars({ image }: FoundPhotograph, aspect: number): Promise<RgbImage> {
  const { widthPx, heightPx } = image;
  const width = Math.max(widthPx, Math.round(heightPx * aspect));
  const height = Math.max(heightPx, Math.round(widthPx / aspect));
  const [left, top] = [(width - widthPx) >> 1, (height - heightPx) >> 1];
  const rest = { right: width - widthPx - left, bottom: height - heightPx - top };
  return readPixels(openPixels(image).extend({ left, top, ...rest, background: '#000' }));
}

/**
 * Puts a photograph into a larger image.
 *
 * @param share - width of the face's box, of the larger image's long side
 * @param at - where the photograph's middle comes to lie, in shares of the larger image
 */
async function placeIn({ image, box }: FoundPhotograph, svg: string, share: number, at: readonly [number, number]) {
  const scale = Math.min(
    (share * SCENE.width) / box.widthPx,
    SCENE.height / image.heightPx,
    SCENE.width / image.widthPx,
  );
  const [width, height] = [Math.round(image.widthPx * scale), Math.round(image.heightPx * scale)];
  const input = await openPixels(image).resize({ width, height, fit: 'fill' }).png({ compressionLevel: 1 }).toBuffer();
  const start = (length: number, own: number, where: number) =>
    Math.min(length - own, Math.max(0, Math.round(length * where - own / 2)));
  const [left, top] = [start(SCENE.width, width, at[0]), start(SCENE.height, height, at[1])];
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960">${svg}</svg>`;
  return readPixels(sharp(Buffer.from(document)).composite([{ input, left, top }]));
}

const ofLongSide = (share: number) => `face ${Math.round(share * 100)} % of the long side`;

/** What is around a photograph, or no longer there. None of it changes the face. */
export const SURROUNDING_CONDITIONS: readonly Condition[] = [
  {
    title: 'Black bars',
    steps: stepsOf(
      [
        ['at the sides', 16 / 9],
        ['above and below', 9 / 16],
      ] as const,
      ([label]) => label,
      (photograph, [, aspect]) => bars(photograph, aspect),
    ),
  },
  {
    title: 'Border',
    steps: stepsOf(
      ['white', 'black'],
      (colour) => colour,
      (photograph, colour) => border(photograph, 0.25, colour),
    ),
  },
  {
    title: 'Cropped to the face',
    steps: stepsOf([1.6, 1, 0.8], (times) => `${times} times the detector’s box`, cropToBox),
  },
  {
    title: 'Small in a scene',
    steps: stepsOf([0.07, 0.09, 0.11, 0.15], ofLongSide, (photograph, share) =>
      placeIn(photograph, ROOM, share, [0.58, 0.55]),
    ),
  },
  {
    title: 'Small on grey',
    steps: stepsOf([0.07, 0.11, 0.15], ofLongSide, (photograph, share) => placeIn(photograph, GREY, share, [0.5, 0.5])),
  },
  oneStep('Screenshot', (photograph) => placeIn(photograph, SCREEN, 0.2, [0.65, 0.55])),
];
