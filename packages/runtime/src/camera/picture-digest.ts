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

  /** @returns 32 bits of the pixels (FNV-1a) */
  of(picture: CanvasImageSource): number {
    this.#context.drawImage(picture, 0, 0, WIDTH_PX, HEIGHT_PX);
    let digest = 0x811c9dc5;
    for (const byte of this.#context.getImageData(0, 0, WIDTH_PX, HEIGHT_PX).data) {
      digest = Math.imul(digest ^ byte, 0x01000193);
    }
    return digest >>> 0;
  }
}
