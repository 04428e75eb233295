import { FaceVerifyError, type RgbaImage } from '@face-verify/core';
import { describe, expect, test } from 'vitest';
import { decodeImage } from '../../testing/decode-image.ts';

const RED = [200, 40, 40, 255];
const BLUE = [40, 40, 200, 255];
const GREEN = [40, 200, 40, 255];
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
  test.for(['upright.jpg', 'without-end.jpg', 'progressive.jpg', 'photo.webp', 'photo.avif', 'photo.png'])(
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

  test.for([1, 2, 3, 4, 5, 6, 7, 8])('as a WebP of orientation %s is upright too', async (orientation) => {
    const image = await decodeImage(await fixture(`orientation-${orientation}.webp`));
    expect(image).toMatchObject({ widthPx: 120, heightPx: 60 });
    expectColour(colourAt(image, 0, 0), RED);
    expectColour(colourAt(image, 1, 0), BLUE);
    expectColour(colourAt(image, 0, 1), GREEN);
    expectColour(colourAt(image, 1, 1), GREEN);
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
    ['zeroed.jpg', 'image-unreadable'],
    ['zeroed-progressive.jpg', 'image-unreadable'],
    ['zeroed.png', 'image-unreadable'],
    ['zeroed.gif', 'image-unreadable'],
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

describe('an image that a page holds', () => {
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

  test('is refused where it is an <img> of no photograph', async () => {
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

  test('may be a VideoFrame, until that is closed', async () => {
    const frame = new VideoFrame(canvas(40, 20), { timestamp: 0 });
    const image = await decodeImage(frame);
    expect(image).toMatchObject({ widthPx: 40, heightPx: 20 });
    expectColour(colourAt(image, 1, 1), RED);
    frame.close();
    expect(await codeOf(decodeImage(frame))).toBe('image-empty');
  });

  test('may belong to another window', async () => {
    const iframe = document.body.appendChild(document.createElement('iframe'));
    const other = iframe.contentWindow as Window & typeof globalThis;
    const bytes = await (await fixture('photo.png')).arrayBuffer();
    const pixels = new other.ImageData(120, 60);
    const blob = new other.Blob([bytes]);
    const image = new other.Image();
    image.src = '/fixtures/photo.png';
    const drawn = other.document.createElement('canvas');
    drawn.width = 120;
    drawn.height = 60;
    const bitmap = await other.createImageBitmap(blob);
    for (const source of [blob, new other.File([bytes], 'a.png'), pixels, image, drawn, bitmap]) {
      expect(source instanceof Object).toBe(false);
      expect(await decodeImage(source)).toMatchObject({ widthPx: 120, heightPx: 60 });
    }
    iframe.remove();
  });
});

describe('an address', () => {
  async function dataUrlOf(blob: Blob): Promise<string> {
    const reader = new FileReader();
    await new Promise((resolve) => {
      reader.onload = resolve;
      reader.readAsDataURL(blob);
    });
    return String(reader.result);
  }

  test('may hold its photograph itself: data: and blob:', async () => {
    const file = await fixture('turned-by-exif.jpg');
    const blobUrl = URL.createObjectURL(file);
    for (const address of [await dataUrlOf(file), blobUrl]) {
      expect(await decodeImage(address)).toMatchObject({ widthPx: 60, heightPx: 120 });
    }
    URL.revokeObjectURL(blobUrl);
    expect(await codeOf(decodeImage(blobUrl))).toBe('image-unreadable');
  });

  test.for(['https://example.org/ada.jpg', '/fixtures/photo.png', 'ada.jpg', ''])(
    'of another kind is refused, and nothing is asked for: %s',
    async (address) => {
      performance.clearResourceTimings();
      await expect(decodeImage(address)).rejects.toMatchObject({
        code: 'image-unreadable',
        message: expect.stringContaining('data: and blob:'),
      });
      expect(performance.getEntriesByType('resource')).toEqual([]);
    },
  );

  test('is not part of an error, nor is what it holds', async () => {
    const address = await dataUrlOf(new Blob([new Uint8Array(30_000).fill(77)]));
    const error: unknown = await decodeImage(address).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'image-unreadable' });
    for (const text of [String(error), JSON.stringify(error), String((error as Error).stack)]) {
      expect(text).not.toContain(address.slice(40, 60));
    }
  });
});

describe('what is no photograph', () => {
  test.for([
    ['nothing', undefined, /nothing was handed over/],
    ['null', null, /nothing was handed over/],
    ['a number', 7, /Number is no photograph/],
    ['an object', {}, /use a File, Blob/],
    ['an array', [new Blob()], /one at a time/],
    ['bytes', new Uint8Array(4), /Blob/],
    ['a response', new Response(), /blob\(\)/],
    ['a promise', Promise.resolve(), /wait for it/],
    ['a URL', new URL('https://example.org/'), /fetch it/],
    ['what only claims to be a photograph', { [Symbol.toStringTag]: 'ImageBitmap' }, undefined],
    ['what claims to be a file', { [Symbol.toStringTag]: 'Blob' }, undefined],
    ['what claims a name of every object', { [Symbol.toStringTag]: 'constructor' }, /use a File, Blob/],
  ] as const)('%s is refused, and it is said what would be right', async ([, source, message]) => {
    const error: unknown = await decodeImage(source as unknown as Blob).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FaceVerifyError);
    expect((error as FaceVerifyError).code).toMatch(/^image-(unreadable|empty)$/);
    if (message) expect((error as FaceVerifyError).message).toMatch(message);
  });
});
