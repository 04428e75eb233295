import { createInference, goldenInput, networkInput } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import type { Backend } from '../backend/backend.ts';
import { onEngine } from '../backend/on-engine.ts';
import { withinBackendLimit } from '../backend/within-backend-limit.ts';
import type { Model } from '../weights/load-model.ts';
import type { NetworkProgram } from './network-program.ts';

/**
 * Puts a model on a backend of tfjs, where tfjs's kernels compute it.
 *
 * @throws {FaceVerifyError} `backend-unavailable` where it was lost
 */
export async function tfjsProgram(backend: Backend, { card, network, weights }: Model): Promise<NetworkProgram> {
  const inference = await onEngine(() => {
    backend.activate();
    return createInference(network, weights);
  });
  const outputs = new Set<tf.Tensor>();
  let disposed = false;
  const compute = async (createInput: () => tf.Tensor4D): Promise<Float32Array> => {
    const output = await onEngine(() => {
      // While it waited for its turn.
      if (disposed) throw new Error(`${card.id} has been disposed of.`);
      backend.activate();
      const computed = tf.tidy(() => inference.run(createInput()));
      outputs.add(computed);
      return computed;
    });
    try {
      return await withinBackendLimit(output.data<'float32'>(), `The ${backend.report.running} backend`);
    } finally {
      outputs.delete(output);
      output.dispose();
    }
  };
  return {
    compute: (image) => compute(() => networkInput([image], image.widthPx, card.kind)),
    computeGolden: () => compute(() => goldenInput(network)),
    dispose: () => {
      disposed = true;
      inference.dispose();
      tf.dispose([...outputs]);
    },
  };
}
