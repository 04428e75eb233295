import { FaceVerifyError } from '@face-verify/core';
import { draw } from './draw-image.ts';

const SIDE_PX = 16;

/**
 * On average, of 255. A browser that only blurs the traces of its canvas changes a few values by one, which harms
 * nobody; one that hides the image gives back white, or noise.
 */
const MAX_MEAN_CHANGE = 2;

/**
 * Sends a drawn pattern the way of every photograph. Privacy modes may blank or scramble what pages read from a
 * canvas, and then there would be no face on any photograph, for ever; old browsers have no canvas for it.
 *
 * @throws {FaceVerifyError} `backend-unavailable`
 */
export function assertPixelsTrue(): void {
  if (globalThis.OffscreenCanvas === undefined) {
    throw new FaceVerifyError(
      'backend-unavailable',
      'This browser is too old: it has no OffscreenCanvas. Update it; Safari has one from 16.4 on.',
      { details: { missing: 'offscreen-canvas' } },
    );
  }
  const drawn = new ImageData(SIDE_PX, SIDE_PX);
  for (let i = 0; i < drawn.data.length; i++) drawn.data[i] = i % 4 === 3 ? 255 : (i * 89) % 256;
  const canvas = new OffscreenCanvas(SIDE_PX, SIDE_PX);
  canvas.getContext('2d')?.putImageData(drawn, 0, 0);
  const { data } = draw({ image: canvas, widthPx: SIDE_PX, heightPx: SIDE_PX });
  const change = drawn.data.reduce((sum, value, i) => sum + Math.abs(value - (data[i] as number)), 0);
  if (change / drawn.data.length <= MAX_MEAN_CHANGE) return;
  throw new FaceVerifyError(
    'backend-unavailable',
    'The browser gives pages other pixels than their canvas shows, as privacy modes do against fingerprinting: no face can be seen. The visitor can allow this site to read canvases.',
    { details: { missing: 'canvas-pixels' } },
  );
}
