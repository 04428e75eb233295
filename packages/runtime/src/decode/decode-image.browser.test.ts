import { FaceVerifyError, type RgbaImage } from '@face-verify/core';
import { describe, expect, test } from 'vitest';
import { decodeImage } from './decode-image.ts';

const RED = [200, 40, 40, 255];
const BLUE = [40, 40, 200, 255];
const WHITE = [255, 255, 255, 255];

async function fixture(name: string): Promise<Blob> {
  const response = await fetch(`/fixtures/${name}`);
  expect(response.ok, name).toBe(true);
  return response.blob();
}

/** Middle of the cell at that column and row of a 2×2 grid. */
function colourAt({ widthPx, heightPx, data }: RgbaImage, column: 0 | 1, row: 0 | 1): number[] {
  const x = Math.floor((widthPx * (1 + 2 * column)) / 4);
  const y = Math.floor((heightPx * (1 + 2 * row)) / 4);
  return [...data.subarray((y * widthPx + x) * 4, (y * widthPx + x) * 4 + 4)];
}

function expectColour(actual: readonly number[], wanted: readonly number[], tolerance = 6): void {
  const difference = Math.max(...wanted.map((value, i) => Math.abs(value - (actual[i] ?? Number.NaN))));
  expect(difference, `${actual} instead of ${wanted}`).toBeLessThanOrEqual(tolerance);
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof FaceVerifyError ? error.code : `no error, but ${error}`;
}

describe('a photograph file', () => {
  test.for(['upright.jpg', 'progressive.jpg', 'photo.webp', 'photo.avif', 'photo.png'])(
    '%s is decoded to its pixels',
    async (name) => {
      const image = await decodeImage(await fixture(name));
      expect(image).toMatchObject({ widthPx: 120, heightPx: 60, channels: 4 });
      expectColour(colourAt(image, 0, 0), RED);
      expectColour(colourAt(image, 1, 1), BLUE);
    },
  );

  test('is turned upright as its EXIF says', async () => {
    const image = await decodeImage(await fixture('turned-by-exif.jpg'));
    expect(image).toMatchObject({ widthPx: 60, heightPx: 120 });
    expectColour(colourAt(image, 1, 0), RED);
    expectColour(colourAt(image, 0, 1), BLUE);
  });

  test('in grey gets three equal channels', async () => {
    const [red, green, blue] = colourAt(await decodeImage(await fixture('grey.jpg')), 0, 0);
    expect([green, blue]).toEqual([red, red]);
  });

  test('in CMYK becomes RGB', async () => {
    const image = await decodeImage(await fixture('cmyk.jpg'));
    // Without an ink profile the shades are a convention; red stays red.
    expectColour(colourAt(image, 0, 0), RED, 40);
    expectColour(colourAt(image, 1, 0), BLUE, 60);
  });

  test('lies on white where it is transparent', async () => {
    expect(colourAt(await decodeImage(await fixture('transparent.png')), 0, 0)).toEqual(WHITE);
  });

  test('that moves gives its first frame', async () => {
    expectColour(colourAt(await decodeImage(await fixture('animated.gif')), 1, 1), RED);
  });

  test('of 40 megapixels is shrunk to a long side of 1920', async () => {
    const image = await decodeImage(await fixture('40-megapixels.jpg'));
    expect(image).toMatchObject({ widthPx: 1920, heightPx: Math.round((1920 * 5500) / 7300) });
    expectColour(colourAt(image, 0, 0), RED);
  });

  test('of 20,000×10 keeps at least a row', async () => {
    expect(await decodeImage(await fixture('long.png'))).toMatchObject({ widthPx: 1920, heightPx: 1 });
  });

  test('of one pixel is one pixel', async () => {
    const image = await decodeImage(await fixture('one-pixel.png'));
    expect(image).toMatchObject({ widthPx: 1, heightPx: 1 });
    expectColour([...image.data], RED);
  });
});

describe('a file that is no usable photograph', () => {
  test.for([
    ['empty.jpg', 'image-empty'],
    ['0x0.png', 'image-empty'],
    ['100-megapixels.png', 'image-too-large'],
    ['header-only.png', 'image-unreadable'],
    ['page.jpg', 'image-unreadable'],
    ['photo.tiff', 'image-unreadable'],
    ['photo.heic', 'image-unreadable'],
    ['truncated.jpg', 'image-unreadable'],
    ['truncated-progressive.jpg', 'image-unreadable'],
    ['truncated.png', 'image-unreadable'],
    ['truncated.webp', 'image-unreadable'],
    ['truncated.gif', 'image-unreadable'],
    ['truncated.avif', 'image-unreadable'],
  ] as const)('%s is refused as %s', async ([name, code]) => {
    expect(await codeOf(decodeImage(await fixture(name)))).toBe(code);
  });

  test('is refused unread where it is too large', async () => {
    const file = new Blob(Array.from({ length: 65 }, () => new Uint8Array(2 ** 20)));
    expect(await codeOf(decodeImage(file))).toBe('image-too-large');
  });

  test('is named as HEIC where it is one', async () => {
    await expect(decodeImage(await fixture('photo.heic'))).rejects.toThrow(/HEIC.*JPEG/);
  });
});

describe('a picture that a page holds', () => {
  function canvas(width: number, height: number): OffscreenCanvas {
    const drawn = new OffscreenCanvas(width, height);
    const context = drawn.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = `rgb(${RED.slice(0, 3).join(' ')})`;
    context.fillRect(0, 0, width, height);
    return drawn;
  }

  test('may be a canvas, ImageData or an ImageBitmap', async () => {
    const drawn = canvas(40, 20);
    const context = drawn.getContext('2d') as OffscreenCanvasRenderingContext2D;
    for (const source of [drawn, context.getImageData(0, 0, 40, 20), await createImageBitmap(drawn)]) {
      const image = await decodeImage(source);
      expect(image).toMatchObject({ widthPx: 40, heightPx: 20 });
      expect(colourAt(image, 1, 1)).toEqual(RED);
    }
  });

  test('may be an <img>, which is waited for and is upright', async () => {
    const element = new Image();
    element.src = '/fixtures/turned-by-exif.jpg';
    expect(await decodeImage(element)).toMatchObject({ widthPx: 60, heightPx: 120 });
  });

  test('stays usable afterwards', async () => {
    const bitmap = await createImageBitmap(canvas(40, 20));
    await decodeImage(bitmap);
    expect(await decodeImage(bitmap)).toMatchObject({ widthPx: 40 });
  });

  test('is refused where it is an <img> of no picture', async () => {
    const element = new Image();
    element.src = '/fixtures/page.jpg';
    expect(await codeOf(decodeImage(element))).toBe('image-unreadable');
  });

  test('is refused where it is a bitmap that was closed', async () => {
    const bitmap = await createImageBitmap(canvas(40, 20));
    bitmap.close();
    expect(await codeOf(decodeImage(bitmap))).toBe('image-empty');
  });

  test('is refused where it is a video without a frame', async () => {
    expect(await codeOf(decodeImage(document.createElement('video')))).toBe('image-empty');
  });

  test('is refused where it is a canvas without pixels', async () => {
    expect(await codeOf(decodeImage(new OffscreenCanvas(0, 0)))).toBe('image-empty');
  });

  test('is refused where JavaScript hands over something else', async () => {
    expect(await codeOf(decodeImage(JSON.parse('{}')))).toBe('image-unreadable');
  });
});
