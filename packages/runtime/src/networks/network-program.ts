import type { RgbImage } from '@face-verify/core';

/** A network with its weights where it is computed, not yet known to compute what it should. */
export interface NetworkProgram {
  /** @param image - of the network's input side */
  compute(image: RgbImage): Promise<Float32Array>;
  /** Of its golden input. */
  computeGolden(): Promise<Float32Array>;
  /** Frees the weights, and what computations still wait for. */
  dispose(): void;
}
