import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Network } from '@face-verify/nets';
import { type PlainLayer, plainLayers, transposed } from './plain-layers.ts';

/** Of ONNX's enumerations. */
const [FLOAT, INT64] = [1, 7];
const ATTRIBUTE = { int: 2, ints: 7 };

interface OnnxProto {
  readonly onnx: {
    readonly ModelProto: { create(model: object): object; encode(model: object): { finish(): Uint8Array } };
  };
}

/**
 * A network as ONNX, for onnxruntime: [1, 3, side, side] → [1, length].
 *
 * @param peers - folder in which `onnx-proto` is installed
 */
export function toOnnx(network: Network, parameters: readonly Float32Array[], peers: string): Uint8Array {
  const { onnx } = createRequire(join(peers, 'package.json'))('onnx-proto') as OnnxProto;
  const [height, width, channels] = network.nodes[0].shape;
  const layers = plainLayers(network, parameters);
  const last = layers.at(-1) as PlainLayer;
  const length = last.shape[2];
  const parts = layers.map(partOf);
  const model = {
    irVersion: 8,
    opsetImport: [{ domain: '', version: 17 }],
    producerName: 'face-verify',
    graph: {
      name: network.name,
      node: [
        ...parts.flatMap(({ nodes }) => nodes),
        { opType: 'Reshape', input: [mapOf(last.id), 'row'], output: ['embedding'] },
      ],
      initializer: [
        ...parts.flatMap(({ tensors }) => tensors),
        { name: 'row', dataType: INT64, dims: [2], rawData: bytesOf(BigInt64Array.of(1n, BigInt(length))) },
      ],
      input: [valueInfo(mapOf(0), [1, channels, height, width])],
      output: [valueInfo('embedding', [1, length])],
    },
  };
  return onnx.ModelProto.encode(onnx.ModelProto.create(model)).finish();
}

function partOf(layer: PlainLayer): { readonly nodes: object[]; readonly tensors: object[] } {
  const { id, input } = layer;
  if (layer.kind === 'add') {
    const { others } = layer;
    const partial = (i: number) => (i === others.length - 1 ? mapOf(id) : `sum${id}_${i}`);
    const nodes = others.map((other, i) => ({
      opType: 'Add',
      input: [i === 0 ? mapOf(input) : partial(i - 1), mapOf(other)],
      output: [partial(i)],
    }));
    return { nodes, tensors: [] };
  }
  const { kernel, stride, weights, bias, alpha, kind, inputShape, shape } = layer;
  const [inputs, outputs] = [kind === 'conv' ? inputShape[2] : 1, shape[2]];
  // [side, side, in, out] or [side, side, channels, 1] → [out, in, side, side]
  const filter =
    kind === 'conv'
      ? transposed(weights, [kernel, kernel, inputs, outputs], [3, 2, 0, 1])
      : transposed(weights, [kernel, kernel, outputs, 1], [2, 3, 0, 1]);
  const sum = alpha ? `sum${id}` : mapOf(id);
  const attribute = [
    ints('kernel_shape', [kernel, kernel]),
    ints('strides', [stride, stride]),
    ints('pads', padsOf(layer)),
    { name: 'group', type: ATTRIBUTE.int, i: kind === 'conv' ? 1 : outputs },
  ];
  return {
    nodes: [
      { opType: 'Conv', input: [mapOf(input), `kernel${id}`, `bias${id}`], output: [sum], attribute },
      ...(alpha ? [{ opType: 'PRelu', input: [sum, `alpha${id}`], output: [mapOf(id)] }] : []),
    ],
    tensors: [
      floats(`kernel${id}`, [outputs, inputs, kernel, kernel], filter),
      floats(`bias${id}`, [outputs], bias),
      ...(alpha ? [floats(`alpha${id}`, [outputs, 1, 1], alpha)] : []),
    ],
  };
}

/** As Keras pads: what is odd goes to the bottom and to the right. */
function padsOf({ kernel, stride, padding, inputShape, shape }: Extract<PlainLayer, { kernel: number }>): number[] {
  const sides = [0, 1].map((axis) =>
    padding === 'valid'
      ? 0
      : Math.max(0, ((shape[axis] as number) - 1) * stride + kernel - (inputShape[axis] as number)),
  );
  return [...sides.map((pad) => Math.floor(pad / 2)), ...sides.map((pad) => Math.ceil(pad / 2))];
}

const mapOf = (id: number) => `map${id}`;
const ints = (name: string, values: readonly number[]) => ({ name, type: ATTRIBUTE.ints, ints: values });
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) => new Uint8Array(buffer, byteOffset, byteLength);
const floats = (name: string, dims: readonly number[], values: Float32Array) => ({
  name,
  dataType: FLOAT,
  dims,
  rawData: bytesOf(values),
});
const valueInfo = (name: string, sides: readonly number[]) => ({
  name,
  type: { tensorType: { elemType: FLOAT, shape: { dim: sides.map((dimValue) => ({ dimValue })) } } },
});
