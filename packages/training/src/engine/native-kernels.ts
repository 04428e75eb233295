import { type Padding, STANDARD_KERNELS, type TrainingKernels } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';

/**
 * Training steps as single TensorFlow operations. tfjs composes the gradients of batch normalisation and PReLU from
 * a dozen element-wise passes over memory, which costs more than the convolutions: with these one ConvFaceNeXt_PS
 * step is three times as fast on one CPU thread.
 */

interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

type Six<Value> = [Value, Value, Value, Value, Value, Value];

/** The parts of tfjs-node's backend that reach TensorFlow's own operations. */
interface NativeBackend {
  readonly binding: Readonly<
    Record<'TF_ATTR_TYPE' | 'TF_ATTR_INT' | 'TF_ATTR_STRING' | 'TF_ATTR_BOOL' | 'TF_ATTR_FLOAT' | 'TF_FLOAT', number>
  >;
  executeMultipleOutputs(name: string, attributes: Attribute[], inputs: tf.Tensor[], outputs: number): tf.Tensor[];
}

export function createNativeKernels(): TrainingKernels {
  const backend = tf.backend() as unknown as NativeBackend;
  const { binding } = backend;
  const type = (name: string): Attribute => ({ name, type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT });
  const ints = (name: string, value: number | number[]): Attribute => ({ name, type: binding.TF_ATTR_INT, value });
  const string = (name: string, value: string): Attribute => ({ name, type: binding.TF_ATTR_STRING, value });
  const bool = (name: string, value: boolean): Attribute => ({ name, type: binding.TF_ATTR_BOOL, value });
  const float = (name: string, value: number): Attribute => ({ name, type: binding.TF_ATTR_FLOAT, value });
  const run = (name: string, attributes: Attribute[], inputs: tf.Tensor[]) =>
    backend.executeMultipleOutputs(name, attributes, inputs, 1)[0] as tf.Tensor;
  const T = type('T');
  const NHWC = string('data_format', 'NHWC');
  const empty = tf.keep(tf.tensor1d([], 'float32'));

  const filterAttributes = (stride: number, padding: Padding) => [
    T,
    ints('strides', [1, stride, stride, 1]),
    string('padding', padding.toUpperCase()),
    NHWC,
    ints('dilations', [1, 1, 1, 1]),
  ];

  /** The gradient of a 1×1 filter is a matrix product, for which oneDNN has code twice as fast. */
  const pointwiseGradient = (input: tf.Tensor, shape: number[], dy: tf.Tensor) => {
    const [rows, columns] = [tf.reshape(input, [-1, shape[2] as number]), tf.reshape(dy, [-1, shape[3] as number])];
    const product = run('BatchMatMulV2', [T, bool('adj_x', true), bool('adj_y', false)], [rows, columns]);
    return tf.reshape(product, shape);
  };

  const filter =
    (forward: string, backwardInput: string, backwardFilter: string) =>
    (x: tf.Tensor4D, kernel: tf.Tensor4D, stride: number, padding: Padding): tf.Tensor4D => {
      const attributes = filterAttributes(stride, padding);
      const pointwise = forward === 'Conv2D' && stride === 1 && kernel.shape[0] === 1 && kernel.shape[1] === 1;
      const filterGradient = (input: tf.Tensor, shape: number[], dy: tf.Tensor) =>
        run(backwardFilter, attributes, [input, tf.tensor1d(shape, 'int32'), dy]);
      const gradient = tf.customGrad((...args) => {
        const [input, weights, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
        save([input, weights]);
        return {
          value: run(forward, attributes, [input, weights]),
          gradFunc: (dy, saved) => {
            const [input, weights] = saved as [tf.Tensor, tf.Tensor];
            return [
              run(backwardInput, attributes, [tf.tensor1d(input.shape, 'int32'), weights, dy]),
              (pointwise ? pointwiseGradient : filterGradient)(input, weights.shape, dy),
            ];
          },
        };
      });
      return gradient(x, kernel) as tf.Tensor4D;
    };

  const prelu = (x: tf.Tensor4D, alpha: tf.Tensor1D): tf.Tensor4D => {
    const gradient = tf.customGrad((...args) => {
      const [x, alpha, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
      save([x, alpha]);
      return {
        value: run('FaceVerifyPrelu', [], [x, alpha]),
        gradFunc: (dy, saved) =>
          backend.executeMultipleOutputs('FaceVerifyPreluGrad', [], [dy, ...(saved as tf.Tensor[])], 2),
      };
    });
    return gradient(x, alpha) as tf.Tensor4D;
  };

  /** The engine that `npm run -s lab -- build-engine` builds has operations of our own; npm's tfjs-node has not. */
  const hasOwnPrelu = (): boolean => {
    try {
      tf.dispose(run('FaceVerifyPrelu', [], [tf.zeros([1, 1, 1, 1]), tf.zeros([1])]));
      return true;
    } catch {
      return false;
    }
  };

  /** Normalises by the batch's own statistics, or by those that it is given. */
  const fusedNorm = (epsilon: number, byBatch: boolean) => {
    const attributes = [T, type('U'), float('epsilon', epsilon), NHWC, bool('is_training', byBatch)];
    const forwardAttributes = [...attributes, float('exponential_avg_factor', 1)];
    return {
      forward: (inputs: tf.Tensor[]) =>
        backend.executeMultipleOutputs('FusedBatchNormV3', forwardAttributes, inputs, 6) as Six<tf.Tensor>,
      /** @returns those of the map, gamma and beta */
      backward: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        backend.executeMultipleOutputs('FusedBatchNormGradV3', attributes, [dy, ...saved], 5).slice(0, 3),
    };
  };

  return {
    conv: filter('Conv2D', 'Conv2DBackpropInput', 'Conv2DBackpropFilter'),
    depthwise: (x, kernel, stride, padding) =>
      // A filter as large as the map is a weighted sum; the general operation is many times slower there.
      padding === 'valid' && kernel.shape[0] === x.shape[1] && kernel.shape[1] === x.shape[2]
        ? (tf.sum(tf.mul(x, tf.reshape(kernel, [1, ...x.shape.slice(1)])), [1, 2], true) as tf.Tensor4D)
        : filter('DepthwiseConv2dNative', 'DepthwiseConv2dNativeBackpropInput', 'DepthwiseConv2dNativeBackpropFilter')(
            x,
            kernel,
            stride,
            padding,
          ),

    batchNorm: (x, gamma, beta, epsilon) => {
      const { forward, backward } = fusedNorm(epsilon, true);
      let statistics: tf.Tensor[] = [];
      const normalise = tf.customGrad((...args) => {
        const [x, gamma, beta, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
        const [output, mean, variance, ...reserved] = forward([x, gamma, beta, empty, empty]);
        // Kept, since what is not returned ends with the call; handed over below.
        statistics = [tf.keep(mean), tf.keep(variance)];
        save([x, gamma, ...reserved]);
        return { value: output, gradFunc: backward };
      });
      const output = normalise(x, gamma, beta) as tf.Tensor4D;
      const [mean, variance] = statistics.map((kept) => tf.clone(kept)) as [tf.Tensor1D, tf.Tensor1D];
      tf.dispose(statistics);
      return { output, mean, variance };
    },

    keptNorm: (x, gamma, beta, { mean, variance }, epsilon) => {
      const { forward, backward } = fusedNorm(epsilon, false);
      const normalise = tf.customGrad((...args) => {
        const [x, gamma, beta, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
        const [output, , , , , reserved] = forward([x, gamma, beta, mean, variance]);
        save([x, gamma, mean, variance, reserved]);
        return { value: output, gradFunc: backward };
      });
      return normalise(x, gamma, beta) as tf.Tensor4D;
    },

    prelu: hasOwnPrelu() ? prelu : STANDARD_KERNELS.prelu,
  };
}
