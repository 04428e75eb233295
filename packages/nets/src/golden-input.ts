import * as tf from '@tensorflow/tfjs-core';
import type { Network } from './network.ts';

/**
 * A drawn image of slow waves, H × W × 3 in [−1, 1]. What trained weights make of it is kept in their card and
 * compared after loading: a backend that computes wrongly is found before it meets a face.
 */
export function goldenValues(network: Network): Float32Array {
  const [height, width, channels] = network.nodes[0].shape;
  const values = new Float32Array(height * width * channels);
  let i = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) values[i++] = Math.sin((x * (c + 1) + 2 * y) / 9) * Math.cos((x - y) / 17);
    }
  }
  return values;
}

/** {@link goldenValues} on a backend, [1, H, W, 3]. */
export function goldenInput(network: Network): tf.Tensor4D {
  return tf.tensor4d(goldenValues(network), [1, ...network.nodes[0].shape]);
}
