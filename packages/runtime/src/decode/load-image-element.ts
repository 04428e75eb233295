import { FaceVerifyError } from '@face-verify/core';
import type { Drawable } from './draw-image.ts';

/**
 * Loads the picture that an `<img>` shows or will show, into an image of our own: so it is loaded although it is lazy
 * and not in sight, has the pixels of its file whatever density `srcset` says, and stays when the element's changes.
 * What the page has loaded is not asked for again.
 *
 * An `<img>` whose file was cut off or damaged is not noticed: the browser shows it half grey without a sign.
 *
 * @throws {FaceVerifyError} `image-empty` where the element names no picture; a DOMException where it cannot be loaded
 */
export async function loadImageElement(image: HTMLImageElement): Promise<Drawable> {
  const address = image.currentSrc || image.src;
  if (address === '') throw new FaceVerifyError('image-empty', 'The <img> has no picture, or has not chosen one yet.');
  const copy = new Image();
  copy.crossOrigin = image.crossOrigin;
  copy.referrerPolicy = image.referrerPolicy;
  copy.src = address;
  try {
    await copy.decode();
    return { picture: copy, widthPx: copy.naturalWidth, heightPx: copy.naturalHeight };
  } catch (error) {
    // An address that was revoked once the element had its picture; it shows it still.
    if (!(image.complete && image.naturalWidth > 0 && image.currentSrc === address)) throw error;
    const bitmap = await createImageBitmap(image);
    return { picture: bitmap, widthPx: bitmap.width, heightPx: bitmap.height };
  }
}
