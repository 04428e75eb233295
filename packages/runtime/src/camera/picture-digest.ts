import { FaceVerifyError } from '@face-verify/core';

/** Small enough to read in a moment, large enough for a sensor's noise to be seen. */
const [WIDTH_PX, HEIGHT_PX] = [48, 36];

/** Tells pictures apart: two that a sensor took have different digests, as noise is in each. */
export class PictureDigest {
  readonly #context: CanvasRenderingContext2D;

  /** @throws {FaceVerifyError} `backend-unavailable` */
  constructor() {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: WIDTH_PX, height: HEIGHT_PX });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new FaceVerifyError('backend-unavailable', 'The browser has no 2D canvas.');
    this.#context = context;
  }

  /**
   * @returns 52 bits of the pixels (two FNV-1a), so that among the pictures of a day no two are alike by chance
   * @throws {DOMException} `SecurityError` where the page may not read the picture
   */
  of(picture: CanvasImageSource): number {
    this.#context.drawImage(picture, 0, 0, WIDTH_PX, HEIGHT_PX);
    let [high, low] = [0x811c9dc5, 0x1b873593];
    for (const byte of this.#context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX).data) {
      high = Math.imul(high ^ byte, 0x01000193);
      low = Math.imul(low ^ byte, 0x85ebca6b);
    }
    return (high >>> 0) * 2 ** 20 + (low >>> 12);
  }
}
