import { FaceVerifyError } from '@face-verify/core';
import * as tf from '@tensorflow/tfjs-core';
import { type Network, type NetworkNode, outputLength } from './network.ts';
import { inferenceParameters, type ParameterRole, sizeOf } from './parameters.ts';

/** A network with its weights on the current backend. */
export interface Inference {
  readonly network: Network;
  /** [N, H, W, 3] → [N, length]. The caller disposes of both. */
  run(input: tf.Tensor4D): tf.Tensor2D;
  dispose(): void;
}

type Weights = Partial<Record<ParameterRole, tf.Tensor>>;

/**
 * The third interpreter: the fewest kernel calls, with normalisation folded and bias and PReLU fused.
 *
 * @param weights - one array for each of `inferenceParameters`, in that order
 * @throws {FaceVerifyError} `weights-corrupt` where the arrays do not fit the network
 */
export function createInference(network: Network, weights: readonly Float32Array[]): Inference {
  const specs = inferenceParameters(network);
  if (weights.length !== specs.length || specs.some(({ shape }, i) => weights[i]?.length !== sizeOf(shape))) {
    throw new FaceVerifyError('weights-corrupt', `The weights do not fit ${network.name}.`);
  }
  const byNode = new Map<number, Weights>();
  specs.forEach(({ node, role, shape }, i) => {
    const values = weights[i] as Float32Array;
    const tensor = role === 'alpha' ? tf.tensor(values, [1, 1, ...shape]) : tf.tensor(values, [...shape]);
    byNode.set(node, { ...byNode.get(node), [role]: tensor });
  });

  return {
    network,
    run: (input) =>
      tf.tidy(() => {
        const maps: tf.Tensor4D[] = [];
        network.nodes.forEach((node, index) => {
          maps.push(compute(node, maps, byNode.get(index) ?? {}, input));
        });
        const output = maps[network.output] as tf.Tensor4D;
        return tf.reshape(output, [input.shape[0], outputLength(network)]);
      }),
    dispose: () => {
      for (const tensors of byNode.values()) tf.dispose(Object.values(tensors));
      byNode.clear();
    },
  };
}

function compute(node: NetworkNode, maps: readonly tf.Tensor4D[], weights: Weights, image: tf.Tensor4D): tf.Tensor4D {
  const map = (id: number) => maps[id] as tf.Tensor4D;
  switch (node.kind) {
    case 'input':
      return image;
    case 'add':
      // Not addN: eight maps and their sum are more buffers than WebGPU binds.
      return node.inputs.map(map).reduce((sum, other) => tf.add(sum, other));
    case 'norm':
      return tf.add(tf.mul(map(node.input), weights.gamma as tf.Tensor), weights.beta as tf.Tensor);
    default: {
      const filter = node.kind === 'conv' ? tf.fused.conv2d : tf.fused.depthwiseConv2d;
      return filter({
        x: map(node.input),
        filter: weights.kernel as tf.Tensor4D,
        strides: node.stride,
        pad: node.padding,
        ...(weights.bias && { bias: weights.bias }),
        ...(weights.alpha && { activation: 'prelu', preluActivationWeights: weights.alpha }),
      });
    }
  }
}
