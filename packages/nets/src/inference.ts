import * as tf from '@tensorflow/tfjs-core';
import { joinOutputs } from './join-outputs.ts';
import { type Network, type Operation, operationsOf } from './network.ts';
import type { PlacedNode } from './nodes/node-kind.ts';
import { weightsByNode } from './parameters.ts';

/** A network with its weights on the current backend. */
export interface Inference {
  readonly network: Network;
  /** [N, H, W, 3] → [N, length], all outputs in a row. The caller disposes of both. */
  run(input: tf.Tensor4D): tf.Tensor2D;
  dispose(): void;
}

/**
 * The third interpreter: the fewest calls of tfjs's kernels, with normalisation folded and bias and activations fused.
 *
 * @param weights - one array for each of `inferenceParameters`, in that order
 * @throws {FaceVerifyError} `weights-corrupt` where the arrays do not fit the network
 */
export function createInference(network: Network, weights: readonly Float32Array[]): Inference {
  const weightsOf = weightsByNode(network, weights);
  const steps = operationsOf(network);
  const placed = steps.map(({ id, kind, node, inputShapes }) => kind.place(node, inputShapes, weightsOf(id)));
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
