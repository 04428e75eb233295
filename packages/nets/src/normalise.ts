import type { RgbImage } from '@face-verify/core';
import * as tf from '@tensorflow/tfjs-core';

/** Bytes to what every network here reads: (x − 127.5) / 128, RGB, → [N, side, side, 3] in [−0.996, 0.996]. */
export function networkInput(images: readonly RgbImage[], sizePx: number): tf.Tensor4D {
  const values = new Float32Array(images.length * sizePx * sizePx * 3);
  images.forEach(({ data }, n) => {
    const offset = n * sizePx * sizePx * 3;
    for (let i = 0; i < data.length; i++) values[offset + i] = ((data[i] as number) - 127.5) / 128;
  });
  return tf.tensor4d(values, [images.length, sizePx, sizePx, 3]);
}
