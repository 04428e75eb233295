import { invertTransform, type SimilarityTransform, scaleOf } from './geometry.ts';
import type { PixelImage, RgbImage } from './image.ts';

/** Samples per output pixel and axis are capped here; a face shrunk further than this is 1,800 px wide. */
const MAX_SAMPLES_PER_AXIS = 16;

/**
 * Resamples a square of `sizePx` from `image`, bilinear, with the border repeated outside.
 * Where the transform shrinks, each output pixel averages a grid of samples that covers its footprint
 * (a box filter), so that fine structure does not alias into false texture.
 *
 * @param transform - takes image pixels to output pixels
 * @returns RGB; alpha is ignored
 * @throws {FaceVerifyError} `geometry-degenerate` where the transform has no inverse
 */
export function warpImage(image: PixelImage, transform: SimilarityTransform, sizePx: number): RgbImage {
  const { a, b, tx, ty } = invertTransform(transform);
  const { widthPx, heightPx, channels, data } = image;
  const out = new Uint8ClampedArray(sizePx * sizePx * 3);
  const samples = Math.min(MAX_SAMPLES_PER_AXIS, Math.max(1, Math.round(1 / scaleOf(transform))));
  const weight = 1 / (samples * samples);
  const maxX = widthPx - 1;
  const maxY = heightPx - 1;
  const rowStride = widthPx * channels;
  let o = 0;
  for (let v = 0; v < sizePx; v++) {
    for (let u = 0; u < sizePx; u++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let j = 0; j < samples; j++) {
        const dv = v + (j + 0.5) / samples - 0.5;
        for (let i = 0; i < samples; i++) {
          const du = u + (i + 0.5) / samples - 0.5;
          const x = Math.min(maxX, Math.max(0, a * du - b * dv + tx));
          const y = Math.min(maxY, Math.max(0, b * du + a * dv + ty));
          const x0 = Math.floor(x);
          const y0 = Math.floor(y);
          const fx = x - x0;
          const fy = y - y0;
          const p00 = y0 * rowStride + x0 * channels;
          const p01 = x0 < maxX ? p00 + channels : p00;
          const down = y0 < maxY ? rowStride : 0;
          const w00 = (1 - fx) * (1 - fy);
          const w01 = fx * (1 - fy);
          const w10 = (1 - fx) * fy;
          const w11 = fx * fy;
          red += w00 * at(data, p00) + w01 * at(data, p01) + w10 * at(data, p00 + down) + w11 * at(data, p01 + down);
          green +=
            w00 * at(data, p00 + 1) +
            w01 * at(data, p01 + 1) +
            w10 * at(data, p00 + down + 1) +
            w11 * at(data, p01 + down + 1);
          blue +=
            w00 * at(data, p00 + 2) +
            w01 * at(data, p01 + 2) +
            w10 * at(data, p00 + down + 2) +
            w11 * at(data, p01 + down + 2);
        }
      }
      out[o++] = red * weight;
      out[o++] = green * weight;
      out[o++] = blue * weight;
    }
  }
  return { widthPx: sizePx, heightPx: sizePx, channels: 3, data: out };
}

function at(data: Uint8Array | Uint8ClampedArray, index: number): number {
  return data[index] as number;
}
