import { FaceVerifyError, type RgbImage } from '@face-verify/core';
import { createInference, goldenInput, type InferenceKernels, networkInput } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import type { Backend } from '../backend/backend.ts';
import { onEngine } from '../backend/on-engine.ts';
import { withinBackendLimit } from '../backend/within-backend-limit.ts';
import { agreesWithGolden } from '../weights/agrees-with-golden.ts';
import type { Model } from '../weights/load-model.ts';

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
 * Puts a model on a backend and computes its golden input, which also compiles the kernels.
 *
 * @param kernels - what computes each step; default: tfjs's own
 * @throws {FaceVerifyError} `weights-corrupt` where the result is not the card's; `backend-unavailable` as
 *   {@link NetworkRunner.run}
 */
export async function startNetwork(
  backend: Backend,
  { card, network, weights }: Model,
  kernels?: InferenceKernels,
): Promise<NetworkRunner> {
  const inference = await onEngine(() => {
    backend.activate();
    return createInference(network, weights, kernels);
  });
  const outputs = new Set<tf.Tensor>();
  let disposed = false;
  const compute = async (createInput: () => tf.Tensor4D): Promise<Float32Array> => {
    const { running } = backend.report;
    let output: tf.Tensor | undefined;
    try {
      output = await onEngine(() => {
        if (disposed) throw new FaceVerifyError('disposed', `${card.id} has been disposed of.`);
        backend.activate();
        const computed = tf.tidy(() => inference.run(createInput()));
        outputs.add(computed);
        return computed;
      });
      const values = await withinBackendLimit(output.data<'float32'>(), `The ${running} backend`);
      if (!values.every(Number.isFinite)) throw new RangeError('What it computed is not finite.');
      return values;
    } catch (cause) {
      if (disposed) throw new FaceVerifyError('disposed', `${card.id} has been disposed of.`);
      throw new FaceVerifyError('backend-unavailable', `The ${running} backend was lost; load a new verifier.`, {
        details: { backend: running },
        cause,
      });
    } finally {
      if (output) outputs.delete(output);
      output?.dispose();
    }
  };
  const runner: NetworkRunner = {
    run: (image) => compute(() => networkInput([image], image.widthPx, card.kind)),
    dispose: () => {
      disposed = true;
      inference.dispose();
      tf.dispose([...outputs]);
    },
  };
  try {
    const output = await compute(() => goldenInput(network));
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
