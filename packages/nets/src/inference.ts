import { FaceVerifyError } from '@face-verify/core';
import * as tf from '@tensorflow/tfjs-core';
import { joinOutputs } from './join-outputs.ts';
import { type Network, type Operation, operationsOf } from './network.ts';
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
 * @throws {FaceVerifyError} `weights-corrupt` where the arrays do not fit the network
 */
export function createInference(network: Network, weights: readonly Float32Array[]): Inference {
  const specs = inferenceParameters(network);
  if (weights.length !== specs.length || specs.some(({ shape }, i) => weights[i]?.length !== sizeOf(shape))) {
    throw new FaceVerifyError('weights-corrupt', `The weights do not fit ${network.name}.`);
  }
  const tensors = new Map(
    specs.map(({ name, role, shape }, i) => {
      // Slopes as the kernels broadcast them.
      const sides = role === 'alpha' ? [1, 1, ...shape] : [...shape];
      return [name, tf.tensor(weights[i] as Float32Array, sides)];
    }),
  );
  const weight = <Rank extends tf.Rank>(name: string) => {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw new RangeError(`There is no weight ${name}.`);
    return tensor as tf.Tensor<Rank>;
  };
  const operations = operationsOf(network);
  const lastReaders = lastReadersOf(network, operations);

  return {
    network,
    run: (input) =>
      tf.tidy(() => {
        const maps = [input];
        for (const { id, kind, node, inputs } of operations) {
          const read = inputs.map((input) => maps[input] as tf.Tensor4D);
          const infer = () => kind.infer(node, read, (role) => weight(`${id}/${role}`));
          maps.push(tf.tidy(() => ownMap(infer(), read)));
          // What nobody reads any more makes room for the next map. The image is the caller's.
          const done = inputs.filter((input) => input > 0 && lastReaders[input] === id);
          tf.dispose(done.map((input) => maps[input] as tf.Tensor4D));
        }
        return joinOutputs(network, maps);
      }),
    dispose: () => {
      tf.dispose([...tensors.values()]);
      tensors.clear();
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
