import { FaceVerifyError, type RgbImage } from '@face-verify/core';
import type { BackendName } from '../api.ts';
import { agreesWithGolden } from '../weights/agrees-with-golden.ts';
import type { Model } from '../weights/load-model.ts';
import type { NetworkProgram } from './network-program.ts';

/** A network with weights on a backend, proven to compute what it should. */
export interface NetworkRunner {
  /**
   * @param image - of the network's input side
   * @throws {FaceVerifyError} `backend-unavailable` where the backend was lost, as a GPU can be at any time, or
   *   does not answer within `BACKEND_LIMIT_MS`; `disposed`
   */
  run(image: RgbImage): Promise<Float32Array>;
  /** Frees the weights, and what runs still wait for. */
  dispose(): void;
}

/**
 * Computes a model's golden input, which also compiles the kernels.
 *
 * @param program - of the model; disposed of where it does not compute what it should
 * @param running - the backend that it is computed on
 * @throws {FaceVerifyError} `weights-corrupt` where the result is not the card's; `backend-unavailable` as
 *   {@link NetworkRunner.run}
 */
export async function startNetwork(
  { card }: Model,
  program: NetworkProgram,
  running: BackendName,
): Promise<NetworkRunner> {
  let current: NetworkProgram | undefined = program;
  const answer = async (compute: (program: NetworkProgram) => Promise<Float32Array>): Promise<Float32Array> => {
    const disposedOf = () => new FaceVerifyError('disposed', `${card.id} has been disposed of.`);
    if (current === undefined) throw disposedOf();
    try {
      const values = await compute(current);
      if (!values.every(Number.isFinite)) throw new RangeError('What it computed is not finite.');
      return values;
    } catch (cause) {
      if (current === undefined) throw disposedOf();
      throw new FaceVerifyError('backend-unavailable', `The ${running} backend was lost; load a new verifier.`, {
        details: { backend: running },
        cause,
      });
    }
  };
  const dispose = () => {
    current?.dispose();
    current = undefined;
  };
  try {
    if (!agreesWithGolden(card, await answer((program) => program.computeGolden()))) {
      throw new FaceVerifyError('weights-corrupt', `${card.id} does not compute what it should on this backend.`, {
        details: { id: card.id, backend: running },
      });
    }
    return { run: (image) => answer((program) => program.compute(image)), dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}
