import { inferenceParameters, type Network, operationsOf, type Shape } from '@face-verify/nets';

/** A layer as every format of networks has it, with its folded weights. */
export type PlainLayer = {
  readonly id: number;
  readonly input: number;
  readonly inputShape: Shape;
  readonly shape: Shape;
} & (
  | {
      readonly kind: 'conv' | 'depthwise';
      readonly kernel: number;
      readonly stride: number;
      readonly padding: 'same' | 'valid';
      /** [side, side, in, out], or [side, side, channels, 1] */
      readonly weights: Float32Array;
      readonly bias: Float32Array;
      readonly alpha: Float32Array | undefined;
    }
  | { readonly kind: 'add'; readonly others: readonly number[] }
);

/**
 * A network as other runtimes read it: embedders that are made of convolutions and sums, in the order of computation.
 *
 * @throws {RangeError} where there is another kind of layer in it
 */
export function plainLayers(network: Network, parameters: readonly Float32Array[]): PlainLayer[] {
  const named = new Map(inferenceParameters(network).map(({ name }, i) => [name, parameters[i] as Float32Array]));
  return operationsOf(network).map(({ id, node, inputs, inputShapes }): PlainLayer => {
    const [input, ...others] = inputs as [number, ...number[]];
    const place = { id, input, inputShape: inputShapes[0] as Shape, shape: node.shape };
    if (node.kind === 'add') return { ...place, kind: 'add', others };
    const plain = node.kind === 'depthwise' || (node.kind === 'conv' && node.groups === undefined);
    if (!plain || node.activation !== undefined)
      throw new RangeError(`${network.name} cannot be exported: ${node.kind}.`);
    const { kind, kernel, stride, padding } = node;
    const weights = named.get(`${id}/kernel`) as Float32Array;
    const bias = named.get(`${id}/bias`) ?? new Float32Array(node.shape[2]);
    return { ...place, kind, kernel, stride, padding, weights, bias, alpha: named.get(`${id}/alpha`) };
  });
}

/** `weights[a, b, c, d]` in another order of axes: that of the new first axis first. */
export function transposed(values: Float32Array, shape: readonly number[], order: readonly number[]): Float32Array {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, side) => product * side, 1));
  const [sides, steps] = [order.map((axis) => shape[axis] as number), order.map((axis) => strides[axis] as number)];
  return Float32Array.from(values, (_, i) => {
    let [rest, place] = [i, 0];
    for (let axis = sides.length - 1; axis >= 0; axis--) {
      const side = sides[axis] as number;
      place += (rest % side) * (steps[axis] as number);
      rest = Math.floor(rest / side);
    }
    return values[place] as number;
  });
}
