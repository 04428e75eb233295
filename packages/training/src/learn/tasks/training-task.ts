import type { RgbImage } from '@face-verify/core';
import type { EmbedderCard, Network, PointCard } from '@face-verify/nets';
import type * as tf from '@tensorflow/tfjs-core';
import type { LearnedParameter } from '../../losses/learned-parameter.ts';

/** A network in use: [N, H, W, 3] as `networkInput` makes it → [N, length]. */
export type Run = (input: tf.Tensor4D) => tf.Tensor2D;

/** What a card says that depends on what was learned. */
export type CardFacts =
  | ({ readonly kind: 'embedder' } & Pick<
      EmbedderCard,
      'dimension' | 'thresholds' | 'thresholdsAgainstSimilar' | 'metrics'
    >)
  | ({ readonly kind: 'points' } & Pick<PointCard, 'outputs' | 'presenceLimit' | 'metrics'>);

/** Something to be learned: a network, what it is shown, and how far off it is. */
export interface TrainingTask {
  /** The network that is exported in the end. */
  readonly network: Network;
  /** The network's parameters, named as in `trainingParameters`, then those that only training has. */
  readonly parameters: readonly LearnedParameter[];
  /** The network as its variables are, with the kept statistics. */
  readonly run: Run;
  /** Pictures never trained on, as the network gets them. */
  readonly heldOut: readonly RgbImage[];
  /**
   * Prepares a batch, and returns what computes its losses under the gradient tape.
   *
   * @param pictures - positions in the run; the same positions always give the same batch
   * @returns the loss to be lowered, `total`, and its parts for the log, all scalars and means over the pictures
   */
  batch(pictures: readonly number[]): { losses(): { total: tf.Scalar } & Record<string, tf.Scalar>; dispose(): void };
  /**
   * Makes the kept statistics of normalisation those of a batch; the network computes with them what it did.
   *
   * @param pictures - positions in the run
   * @param past - how many batches it was settled on before; all count the same
   */
  settle(pictures: readonly number[], past: number): void;
  /** The figures to watch, on {@link heldOut}. */
  validate(run: Run): Promise<Record<string, number>>;
  /** The same and more, with intervals; takes a minute. */
  describe(run: Run): Promise<CardFacts>;
}
