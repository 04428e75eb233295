import { FaceVerifyError } from '@face-verify/core';
import type { EngineFrame } from '../engine/face-engine.ts';
import { snapshot } from './draw-image.ts';
import { fetchShownFile } from './fetch-shown-file.ts';

/**
 * Loads the photograph that an `<img>` will show once it has loaded what it names at the call: as its file, or, where the
 * page may not read that, into an element of our own. So it is loaded although it is lazy and not in sight, has the
 * pixels of its file whatever density `srcset` says, and stays when the element's changes. What the page has loaded is
 * not asked for again, unless its server forbids to keep it.
 *
 * Where only an element could load it, a file that was cut off or damaged is not noticed: the browser shows it half grey
 * without a sign.
 *
 * @returns what takes it, once
 * @throws {FaceVerifyError} `image-empty` where the element names no photograph; a DOMException or TypeError where it
 * cannot be loaded
 */
export async function loadImageElement(image: HTMLImageElement): Promise<() => EngineFrame> {
  const address = await addressOf(image);
  if (address === '') throw new FaceVerifyError('image-empty', 'The <img> names no photograph.');
  const { crossOrigin, referrerPolicy } = image;
  const file = await fetchShownFile(address, { crossOrigin, referrerPolicy });
  if (file !== undefined) return () => file;
  const copy = Object.assign(new Image(), { crossOrigin, referrerPolicy, src: address });
  try {
    await copy.decode();
    return () => snapshot({ image: copy, widthPx: copy.naturalWidth, heightPx: copy.naturalHeight });
  } catch (error) {
    // An address that was revoked once the element had its photograph; it shows it still.
    if (!(image.complete && image.naturalWidth > 0 && image.currentSrc === address)) throw error;
    const bitmap = await createImageBitmap(image);
    return () => {
      try {
        return snapshot({ image: bitmap, widthPx: bitmap.width, heightPx: bitmap.height });
      } finally {
        bitmap.close();
      }
    };
  }
}

/**
 * Not simply `currentSrc`: until a new photograph has loaded, that is the earlier one, with another face. Where the
 * browser chooses between several addresses, its choice is known once it has loaded; an element that is given another
 * photograph meanwhile rejects the wait.
 */
async function addressOf(image: HTMLImageElement): Promise<string> {
  if (!image.matches('[srcset], picture > img')) return image.src;
  if (!image.complete) await image.decode();
  return image.currentSrc;
}
