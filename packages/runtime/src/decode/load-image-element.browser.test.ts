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
