import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../data/random.ts';

/** Classes of six drawn embeddings; two are of one class. */
export const LABELS = [0, 1, 2, 3, 4, 1] as const;
/** Pictures of each of the five classes. */
export const CLASSES = [5, 50, 500, 20, 1] as const;
const DIMENSION = 8;

/** Six embeddings, the weights of five classes and six embeddings of a teacher, all in [−1, 1]. */
export function drawIdentities(seed = 1) {
  const random = createRandom(seed);
  const draw = (rows: number, columns: number) =>
    tf.tensor2d(
      Array.from({ length: rows * columns }, () => 2 * random() - 1),
      [rows, columns],
    );
  return {
    embeddings: draw(LABELS.length, DIMENSION),
    weights: draw(DIMENSION, CLASSES.length),
    teacher: draw(LABELS.length, DIMENSION),
  };
}
