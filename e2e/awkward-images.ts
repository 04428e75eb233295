import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixturePath } from '@face-verify/testkit/node';
import sharp from 'sharp';

/** A photograph of one rendered person, the origin of the others here. */
const PORTRAIT = fixturePath('ada-front.jpg');

/** The header of a PNG that claims to have no pixels. */
async function sizeless(): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(0, 16);
  png.writeUInt32BE(0, 20);
  return png;
}

/** What an iPhone's file begins with. */
function heic(): Buffer {
  const box = (type: string, content: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(8 + content.length);
    return Buffer.concat([size, Buffer.from(type), content]);
  };
  return Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), box('mdat', Buffer.alloc(4096))]);
}

/** Turned a quarter to the left, with a note to turn it back. */
function turnedByExif(): Promise<Buffer> {
  return sharp(PORTRAIT).rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 98 }).toBuffer();
}

async function truncated(): Promise<Buffer> {
  const whole = await sharp(PORTRAIT).jpeg().toBuffer();
  return whole.subarray(0, Math.floor(whole.length * 0.6));
}

async function animated(): Promise<Buffer> {
  const frame = await sharp(PORTRAIT).toBuffer();
  return sharp([frame, await sharp(PORTRAIT).negate().toBuffer()], { join: { animated: true } })
    .gif()
    .toBuffer();
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 120, g: 130, b: 140 } } });

/** Files as people and attackers hand them in, by what is odd about them. */
const AWKWARD_IMAGES = {
  'empty.jpg': async () => Buffer.alloc(0),
  'no-pixels.png': sizeless,
  'one-pixel.png': () => plain(1, 1).png().toBuffer(),
  'very-wide.png': () => plain(20_000, 10).png().toBuffer(),
  '40-megapixels.jpg': () => sharp(PORTRAIT).resize(6400, 6400).jpeg().toBuffer(),
  'turned-by-exif.jpg': turnedByExif,
  'transparent.png': () => sharp(PORTRAIT).ensureAlpha(0.5).png().toBuffer(),
  'grey.jpg': () => sharp(PORTRAIT).greyscale().jpeg().toBuffer(),
  'cmyk.jpg': () => sharp(PORTRAIT).toColourspace('cmyk').jpeg().toBuffer(),
  'animated.gif': animated,
  'iphone.heic': async () => heic(),
  'page.jpg': async () => Buffer.from('<!doctype html><title>404</title><h1>Not found</h1>'),
  'truncated.jpg': truncated,
  'upright.jpg': () => sharp(PORTRAIT).jpeg({ quality: 98 }).toBuffer(),
} as const satisfies Readonly<Record<string, () => Promise<Buffer>>>;

export type AwkwardImage = keyof typeof AWKWARD_IMAGES;

/** @returns path of the file */
export async function writeAwkwardImage(folder: string, name: AwkwardImage): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, await AWKWARD_IMAGES[name]());
  return path;
}
