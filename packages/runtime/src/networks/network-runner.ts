import { FaceVerifyError, type RgbImage } from '@face-verify/core';
import { createInference, goldenInput, type Inference, networkInput } from '@face-verify/nets';
import type * as tf from '@tensorflow/tfjs-core';
import type { Backend } from '../backend/backend.ts';
import { agreesWithGolden } from '../weights/agrees-with-golden.ts';
import type { Model } from '../weights/load-model.ts';

/** A network with weights on a backend, proven to compute what it should. */
export interface NetworkRunner {
  /**
   * @param image - of the network's input side
   * @throws {FaceVerifyError} `backend-unavailable` where the backend was lost, as a GPU can be at any time
   */
  run(image: RgbImage): Promise<Float32Array>;
  dispose(): void;
}

/**
 * Puts a model on a backend and computes its golden input, which also compiles the kernels.
 *
 * @throws {FaceVerifyError} `weights-corrupt` where the result is not the card's
 */
export async function startNetwork(backend: Backend, { card, network, weights }: Model): Promise<NetworkRunner> {
  backend.activate();
  const inference = createInference(network, weights);
  const runner: NetworkRunner = {
    run: (image) => compute(backend, inference, () => networkInput([image], image.widthPx)),
    dispose: () => inference.dispose(),
  };
  try {
    const output = await compute(backend, inference, () => goldenInput(network));
    if (!agreesWithGolden(card, output)) {
      throw new FaceVerifyError('weights-corrupt', `${card.id} does not compute what it should on this backend.`, {
        details: { id: card.id, backend: backend.report.running },
      });
    }
    return runner;
  } catch (error) {
    runner.dispose();
    throw error;
  }
}

async function compute(backend: Backend, inference: Inference, createInput: () => tf.Tensor4D): Promise<Float32Array> {
  backend.activate();
  const input = createInput();
  const output = inference.run(input);
  input.dispose();
  try {
    return await output.data<'float32'>();
  } catch (cause) {
    const { running } = backend.report;
    throw new FaceVerifyError('backend-unavailable', `The ${running} backend was lost; load a new verifier.`, {
      details: { backend: running },
      cause,
    });
  } finally {
    output.dispose();
  }
}
