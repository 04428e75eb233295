import type { RgbImage } from '@face-verify/core';
import sharp, { type OverlayOptions } from 'sharp';
import { fixturePath } from '../fixture-path.ts';

/** One frame of a film, made of this package's rendered photographs. */
export interface Shot {
  /** File in the folder `fixtures` of who sits before the camera. */
  readonly sitter: string;
  /** Who stands between the sitter and the camera, if anybody does. */
  readonly passer?: Passer;
}

/** Somebody nearer to the camera. */
export interface Passer {
  /** File in the folder `fixtures`: a view from the front, which the outline fits. */
  readonly file: string;
  /** From the middle of the frame to the middle of the passer, positive to the right, in widths of the frame. */
  readonly offset: number;
}

/** As large as a film has to be: the eyes of a sitter are 42 px apart, those of a passer 53 px. */
const [WIDTH_PX, HEIGHT_PX] = [320, 240];
const BACKGROUND = '#8fa6b8';
/** How much larger a passer is than the sitter. */
const NEARNESS = 1.25;
/** Head, neck and shoulders of a front view, in the 480 px of a fixture. */
const OUTLINE =
  '<ellipse cx="240" cy="215" rx="108" ry="150"/><path d="M40 480 Q60 400 180 360 V320 H300 V360 Q420 400 440 480 Z"/>';

/** Draws a shot. The same shot gives the same frame. */
export async function composeShot({ sitter, passer }: Shot): Promise<RgbImage> {
  const room = sharp(fixturePath(sitter)).resize(WIDTH_PX, HEIGHT_PX, { fit: 'contain', background: BACKGROUND });
  const drawn = passer ? sharp(await room.png().toBuffer()).composite(await inFront(passer)) : room;
  const { data } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, channels: 3, data };
}

/** The layer that shows a person who walks by; none if they are outside the frame. */
async function inFront({ file, offset }: Passer): Promise<OverlayOptions[]> {
  const sidePx = Math.round(HEIGHT_PX * NEARNESS);
  const outline = `<svg width="${sidePx}" height="${sidePx}" viewBox="0 0 480 480">${OUTLINE}</svg>`;
  const cutOut = sharp(fixturePath(file))
    .resize(sidePx)
    .ensureAlpha()
    .composite([{ input: Buffer.from(outline), blend: 'dest-in' }]);
  const leftPx = Math.round((WIDTH_PX - sidePx) / 2 + offset * WIDTH_PX);
  const left = Math.max(0, leftPx);
  const width = Math.min(WIDTH_PX, leftPx + sidePx) - left;
  if (width <= 0) return [];
  const seen = sharp(await cutOut.png().toBuffer()).extract({ left: left - leftPx, top: 0, width, height: HEIGHT_PX });
  return [{ input: await seen.png().toBuffer(), left, top: 0 }];
}
