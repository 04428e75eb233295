import { type Network, operationsOf } from './network.ts';
import { trainingParameters } from './parameters.ts';
import { sizeOf } from './shape.ts';

/** Size and cost of one network for one image. */
export interface NetworkCost {
  readonly name: string;
  /** As Keras counts: with the moving statistics of batch normalisation. */
  readonly params: number;
  readonly trainableParams: number;
  /** Multiply-adds of all filters. */
  readonly macs: number;
  /**
   * By two published conventions.
   * `tf` (TensorFlow's profiler, the ConvFaceNeXt paper): 2 for each multiply-add, 1 for each bias added,
   * a PReLU 2·H·W·C + C; normalisation, sums and other activations count nothing.
   * `mx` (the MXNet counter of the LFR challenge): (2·k·k·Cin − 1)·H·W·Cout/groups, without the −1 where there is a
   * bias or the whole map is summed; nothing else counts. (Its −1 is divided by the groups too: wrong for depthwise
   * filters, but what is published.)
   */
  readonly flops: { readonly tf: number; readonly mx: number };
}

/** The first interpreter: what a network costs, without computing it. */
export function count(network: Network): NetworkCost {
  let params = 0;
  let trainableParams = 0;
  for (const { role, shape, trainable } of trainingParameters(network)) {
    // The two running numbers of each fused branch are in no published count.
    if (role === 'normMean' || role === 'normDeviation') continue;
    params += sizeOf(shape);
    if (trainable) trainableParams += sizeOf(shape);
  }
  let [macs, tf, mx] = [0, 0, 0];
  for (const { kind, node, inputShapes } of operationsOf(network)) {
    const cost = kind.cost(node, inputShapes);
    macs += cost.macs;
    tf += cost.tf;
    mx += cost.mx;
  }
  return { name: network.name, params, trainableParams, macs, flops: { tf, mx } };
}
