import sharp, { type Sharp } from 'sharp';
import { heicHeader } from './heic-header.ts';

const RED = { r: 200, g: 40, b: 40 };
const BLUE = { r: 40, g: 40, b: 200 };
const GREEN = { r: 40, g: 200, b: 40 };

type Fixture = () => Promise<Uint8Array>;

function plain(width: number, height: number, background: typeof RED): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Left half red, right half blue, so that a test can see how it was turned. */
function halves(width: number, height: number): Sharp {
  const right = { create: { width: width / 2, height, channels: 3, background: BLUE } } as const;
  return plain(width, height, RED).composite([{ input: right, left: width / 2, top: 0 }]);
}

/** Undoes what an EXIF orientation asks for: quarter turns to the right, then a mirror. */
const LAYING: Readonly<Record<number, readonly [turn: number, mirrored: boolean]>> = {
  1: [0, false],
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [90, true],
  6: [270, false],
  7: [270, true],
  8: [90, false],
};

/** 120×60, red beside blue above green, laid down so that its EXIF brings it upright again. */
async function laid(orientation: number): Promise<Uint8Array> {
  const [turn = 0, mirrored = false] = LAYING[orientation] ?? [];
  const green = { create: { width: 120, height: 30, channels: 3, background: GREEN } } as const;
  const blue = { create: { width: 60, height: 30, channels: 3, background: BLUE } } as const;
  const upright = plain(120, 60, RED).composite([
    { input: blue, left: 60, top: 0 },
    { input: green, left: 0, top: 30 },
  ]);
  const turned = await sharp(await upright.png().toBuffer())
    .rotate(turn)
    .png()
    .toBuffer();
  const image = mirrored ? sharp(turned).flop() : sharp(turned);
  return image.webp({ lossless: true }).withMetadata({ orientation }).toBuffer();
}

/** It does not compress, so that cutting the file cuts the image. */
function noise(): Sharp {
  const gaussian = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 400, height: 300, channels: 3, background: RED, noise: gaussian } });
}

async function cut(image: Sharp, share: number): Promise<Uint8Array> {
  const bytes = await image.toBuffer();
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

/** What a disk or a transfer that failed leaves of a file: its second half in zeros, its end in place. */
async function zeroed(image: Sharp): Promise<Uint8Array> {
  const bytes = await image.toBuffer();
  return bytes.fill(0, Math.floor(bytes.length / 2), bytes.length - 2);
}

/** A PNG that claims a size in its header and has nothing behind it. */
function pngHeader(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(96);
  bytes.write('89504e470d0a1a0a0000000d49484452', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write('0802000000', 24, 'hex');
  return bytes;
}

/** Files as people and attackers hand them in, by name; made when asked for. */
export const IMAGE_FIXTURES: Readonly<Record<string, Fixture>> = {
  'upright.jpg': () => halves(120, 60).jpeg().toBuffer(),
  'turned-by-exif.jpg': () => halves(120, 60).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [`orientation-${orientation}.webp`, () => laid(orientation)]),
  ),
  'progressive.jpg': () => halves(120, 60).jpeg({ progressive: true }).toBuffer(),
  'cmyk.jpg': () => halves(120, 60).toColourspace('cmyk').jpeg().toBuffer(),
  'grey.jpg': async () =>
    sharp(await halves(120, 60).png().toBuffer())
      .greyscale()
      .jpeg()
      .toBuffer(),
  'photo.webp': () => halves(120, 60).webp().toBuffer(),
  'photo.avif': () => halves(120, 60).avif().toBuffer(),
  'photo.png': () => halves(120, 60).png().toBuffer(),
  'photo.tiff': () => halves(120, 60).tiff().toBuffer(),
  'photo.heic': async () => heicHeader(4032, 3024),
  'transparent.png': () => plain(120, 60, RED).ensureAlpha(0).png().toBuffer(),
  'animated.gif': async () => {
    const frames = await Promise.all([RED, BLUE].map((colour) => plain(120, 60, colour).png().toBuffer()));
    return sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
  },
  'one-pixel.png': () => plain(1, 1, RED).png().toBuffer(),
  'long.png': () => halves(20_000, 10).png().toBuffer(),
  '40-megapixels.jpg': () => halves(7_300, 5_500).jpeg().toBuffer(),
  '100-megapixels.png': async () => pngHeader(10_000, 10_000),
  '0x0.png': async () => pngHeader(0, 0),
  'header-only.png': async () => pngHeader(120, 60),
  'empty.jpg': async () => new Uint8Array(0),
  'page.jpg': async () => Buffer.from('<!doctype html><title>Not found</title><h1>404</h1>'),
  'without-end.jpg': async () => (await halves(120, 60).jpeg().toBuffer()).subarray(0, -2),
  'zeroed.jpg': () => zeroed(noise().jpeg()),
  'zeroed-progressive.jpg': () => zeroed(noise().jpeg({ progressive: true })),
  'zeroed.png': () => zeroed(noise().png()),
  'zeroed.gif': () => zeroed(noise().gif()),
  'truncated.jpg': () => cut(noise().jpeg(), 0.5),
  'truncated-progressive.jpg': () => cut(noise().jpeg({ progressive: true }), 0.9),
  'truncated.png': () => cut(noise().png(), 0.5),
  'truncated.webp': () => cut(noise().webp(), 0.5),
  'truncated.gif': () => cut(noise().gif(), 0.5),
  'truncated.avif': () => cut(noise().avif(), 0.5),
};
