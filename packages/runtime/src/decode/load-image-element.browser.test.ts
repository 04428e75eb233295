import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeImage } from '../../testing/decode-image.ts';

const LYING = { widthPx: 120, heightPx: 60 };
const STANDING = { widthPx: 60, heightPx: 120 };

/** An address that was never loaded before. */
function standing(): string {
  return `/fixtures/turned-by-exif.jpg?${crypto.randomUUID()}`;
}

/** An `<img>` that has loaded what lies. */
async function loaded(src = '/fixtures/photo.png'): Promise<HTMLImageElement> {
  const element = new Image();
  element.src = src;
  await element.decode();
  return element;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an <img> that still shows an earlier photograph gives the new one', () => {
  test.for(['eager', 'lazy'] as const)('of its src, where it is %s', async (loading) => {
    const element = await loaded();
    expect(await decodeImage(element)).toMatchObject(LYING);
    element.loading = loading;
    element.src = standing();
    expect(await decodeImage(element)).toMatchObject(STANDING);
  });

  test('of its src at the call, although a third follows', async () => {
    const element = await loaded();
    element.src = standing();
    const decoding = decodeImage(element);
    element.src = '/fixtures/photo.png';
    expect(await decoding).toMatchObject(STANDING);
  });

  test('of its srcset', async () => {
    const element = await loaded();
    element.srcset = `${standing()} 1x`;
    expect(await decodeImage(element)).toMatchObject(STANDING);
  });

  test('of the <source> in its <picture>', async () => {
    const element = await loaded();
    const source = document.createElement('source');
    source.srcset = standing();
    document.createElement('picture').append(source, element);
    expect(await decodeImage(element)).toMatchObject(STANDING);
  });

  test('or none, where its srcset changes once more before that is loaded', async () => {
    const element = await loaded();
    element.srcset = `${standing()} 1x`;
    const decoding = decodeImage(element);
    element.srcset = '/fixtures/upright.jpg 1x';
    await expect(decoding).rejects.toMatchObject({ code: 'image-unreadable' });
  });
});

test('an <img srcset> that has not loaded yet is waited for', async () => {
  const element = new Image();
  element.srcset = `${standing()} 1x`;
  expect(await decodeImage(element)).toMatchObject(STANDING);
});

test('an <img> whose address was revoked is read from what it shows, by a bitmap that is closed', async () => {
  const file = await (await fetch('/fixtures/photo.png')).blob();
  const element = await loaded(URL.createObjectURL(file));
  URL.revokeObjectURL(element.src);
  // As where the browser does not have the photograph in its own memory.
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new DOMException('', 'EncodingError'));
  const close = vi.spyOn(ImageBitmap.prototype, 'close');
  expect(await decodeImage(element)).toMatchObject(LYING);
  expect(close).toHaveBeenCalledOnce();
});

test('an <img> that names nothing is refused as empty', async () => {
  for (const element of [new Image(), Object.assign(new Image(), { srcset: '' })]) {
    await expect(decodeImage(element)).rejects.toMatchObject({ code: 'image-empty' });
  }
});

describe('an <img> whose file is damaged or cut off, which the browser shows all the same,', () => {
  const DAMAGED = ['zeroed.jpg', 'zeroed-progressive.jpg', 'truncated.jpg', 'truncated-progressive.jpg'];
  const REFUSED = { code: 'image-unreadable', message: expect.stringMatching(/damaged|ends before/) };

  test.for(DAMAGED)('is refused: %s', async (name) => {
    await expect(decodeImage(await loaded(`/fixtures/${name}`))).rejects.toMatchObject(REFUSED);
  });

  test('is refused at a blob: and at a data: address', async () => {
    const file = await (await fetch('/fixtures/zeroed.jpg')).blob();
    const reader = new FileReader();
    reader.readAsDataURL(file);
    await new Promise((resolve) => reader.addEventListener('load', resolve));
    for (const address of [URL.createObjectURL(file), reader.result as string]) {
      await expect(decodeImage(await loaded(address))).rejects.toMatchObject(REFUSED);
    }
  });

  test('is refused as the choice of a srcset', async () => {
    const element = new Image();
    element.srcset = '/fixtures/zeroed.jpg 1x';
    await expect(decodeImage(element)).rejects.toMatchObject(REFUSED);
  });

  test.for(['anonymous', 'use-credentials'])('is refused where it was asked for as %s', async (crossOrigin) => {
    const element = Object.assign(new Image(), { crossOrigin, src: '/fixtures/zeroed.jpg' });
    await expect(decodeImage(element)).rejects.toMatchObject(REFUSED);
  });

  test('is not noticed where the page may not read its file, as under a policy without it in connect-src', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await decodeImage(await loaded('/fixtures/zeroed.jpg'))).toMatchObject({ widthPx: 400, heightPx: 300 });
  });
});

test('an <img> of a file that is not delivered whole is refused', async () => {
  const element = await loaded();
  const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) });
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(body));
  await expect(decodeImage(element)).rejects.toMatchObject({ code: 'image-unreadable' });
});

test('an <img> of a camera that sends one image after another is read from what it shows', async () => {
  const element = await loaded();
  const cancel = vi.fn();
  const headers = { 'content-type': 'multipart/x-mixed-replace; boundary=next' };
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(new ReadableStream({ cancel }), { headers }));
  expect(await decodeImage(element)).toMatchObject(LYING);
  expect(cancel).toHaveBeenCalledOnce();
});

test.for([
  ['that moves gives its first frame', '/fixtures/animated.gif'],
  [
    'of a drawing is drawn',
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="120" height="60" fill="rgb(200,40,40)"/></svg>',
  ],
])('an <img> %s', async ([, address]) => {
  const { data, ...size } = await decodeImage(await loaded(address));
  expect(size).toMatchObject(LYING);
  expect([...data.slice(-4)]).toEqual([200, 40, 40, 255]);
});
