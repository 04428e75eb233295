import type { RgbImage } from '@face-verify/core';
import * as tf from '@tensorflow/tfjs-core';
import type { ModelCard } from './card.ts';

/** What values from the middle of a channel's range are divided by, as each kind of network has learned to see them. */
export const INPUT_DIVISORS: Readonly<Record<ModelCard['kind'], number>> = {
  embedder: 128,
  points: 128,
  detector: 127.5,
};

/** Bytes to what networks read: (x − 127.5) / 128, for detectors / 127.5, RGB, → [N, side, side, 3] in [−1, 1]. */
export function networkInput(
  images: readonly RgbImage[],
  sizePx: number,
  kind: ModelCard['kind'] = 'embedder',
): tf.Tensor4D {
  const values = new Float32Array(images.length * sizePx * sizePx * 3);
  images.forEach(({ data }, n) => {
    const offset = n * sizePx * sizePx * 3;
    for (let i = 0; i < data.length; i++) values[offset + i] = ((data[i] as number) - 127.5) / INPUT_DIVISORS[kind];
  });
  return tf.tensor4d(values, [images.length, sizePx, sizePx, 3]);
}
