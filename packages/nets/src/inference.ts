import { FaceVerifyError } from '@face-verify/core';
import * as tf from '@tensorflow/tfjs-core';
import { type InferenceKernels, STANDARD_INFERENCE_KERNELS } from './inference-kernels.ts';
import { fusedSteps, singleSteps } from './inference-steps.ts';
import { joinOutputs } from './join-outputs.ts';
import type { Network, Operation } from './network.ts';
import type { PlacedNode } from './nodes/node-kind.ts';
import { inferenceParameters } from './parameters.ts';
import { sizeOf } from './shape.ts';

/** A network with its weights on the current backend. */
export interface Inference {
  readonly network: Network;
  /** [N, H, W, 3] → [N, length], all outputs in a row. The caller disposes of both. */
  run(input: tf.Tensor4D): tf.Tensor2D;
  dispose(): void;
}

/**
 * The third interpreter: the fewest kernel calls, with normalisation folded and bias and activations fused.
 *
 * @param weights - one array for each of `inferenceParameters`, in that order
 * @param kernels - what computes each step. A backend with faster ones brings its own
 * @throws {FaceVerifyError} `weights-corrupt` where the arrays do not fit the network
 */
export function createInference(
  network: Network,
  weights: readonly Float32Array[],
  kernels: InferenceKernels = STANDARD_INFERENCE_KERNELS,
): Inference {
  const specs = inferenceParameters(network);
  if (weights.length !== specs.length || specs.some(({ shape }, i) => weights[i]?.length !== sizeOf(shape))) {
    throw new FaceVerifyError('weights-corrupt', `The weights do not fit ${network.name}.`);
  }
  const values = new Map(specs.map(({ name }, i) => [name, weights[i]]));
  const weight = (name: string): Float32Array => {
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`There is no weight ${name}.`);
    return value;
  };
  const steps = kernels.fusesSums ? fusedSteps(network) : singleSteps(network);
  const placed = steps.map(({ kind, node, inputShapes, weightsOf }) =>
    kind.place(node, inputShapes, (role) => weight(`${weightsOf}/${role}`), kernels),
  );
  const lastReaders = lastReadersOf(network, steps);

  return {
    network,
    run: (input) =>
      tf.tidy(() => {
        const maps = [input];
        steps.forEach(({ id, inputs }, i) => {
          const read = inputs.map((input) => maps[input] as tf.Tensor4D);
          maps[id] = tf.tidy(() => ownMap((placed[i] as PlacedNode<readonly number[]>).run(read), read));
          // What nobody reads any more makes room for the next map. The image is the caller's.
          const done = inputs.filter((input) => input > 0 && lastReaders[input] === id);
          tf.dispose(done.map((input) => maps[input] as tf.Tensor4D));
        });
        return joinOutputs(network, maps);
      }),
    dispose: () => {
      for (const node of placed.splice(0)) node.dispose();
    },
  };
}

/** An operation that changes nothing gives what it read, which is freed by itself. */
function ownMap(map: tf.Tensor4D, read: readonly tf.Tensor4D[]): tf.Tensor4D {
  return read.includes(map) ? tf.clone(map) : map;
}

/** For each node, the last operation that reads it; none for what the network gives. */
function lastReadersOf({ outputs }: Network, operations: readonly Operation[]): readonly (number | undefined)[] {
  const last: (number | undefined)[] = [];
  for (const { id, inputs } of operations) for (const input of inputs) last[input] = id;
  for (const output of Object.values(outputs)) last[output] = undefined;
  return last;
}
