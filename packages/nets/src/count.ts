import { inputShape, type Network, type NetworkNode } from './network.ts';
import { sizeOf, trainingParameters } from './parameters.ts';

/** Size and cost of one network for one image. */
export interface NetworkCost {
  readonly name: string;
  /** As Keras counts: with the moving statistics of batch normalisation. */
  readonly params: number;
  readonly trainableParams: number;
  /** Multiply-adds of all filters. */
  readonly macs: number;
  /** The papers count differently, see {@link nodeCost}. */
  readonly flops: { readonly tf: number; readonly mx: number };
}

/** The first interpreter: what a network costs, without computing it. */
export function count(network: Network): NetworkCost {
  let params = 0;
  let trainableParams = 0;
  for (const { shape, trainable } of trainingParameters(network)) {
    params += sizeOf(shape);
    if (trainable) trainableParams += sizeOf(shape);
  }
  let [macs, tf, mx] = [0, 0, 0];
  for (const node of network.nodes) {
    const cost = nodeCost(network, node);
    macs += cost.macs;
    tf += cost.tf;
    mx += cost.mx;
  }
  return { name: network.name, params, trainableParams, macs, flops: { tf, mx } };
}

/**
 * FLOPs by two published conventions.
 * `tf` (TensorFlow's profiler, the ConvFaceNeXt paper): 2 for each multiply-add, 1 for each bias added,
 * a PReLU 2·H·W·C + C; normalisation and sums count nothing.
 * `mx` (the MXNet counter of the LFR challenge): (2·k·k·Cin − 1)·H·W·Cout/groups, without the −1 where there is a
 * bias; nothing else counts. (Its −1 is divided by the groups too: wrong for depthwise filters, but what is published.)
 */
function nodeCost(network: Network, node: NetworkNode): { macs: number; tf: number; mx: number } {
  if (node.kind !== 'conv' && node.kind !== 'depthwise') return { macs: 0, tf: 0, mx: 0 };
  const outputs = sizeOf(node.shape);
  const groups = node.kind === 'conv' ? 1 : node.shape[2];
  const macs = (outputs * node.kernel ** 2 * inputShape(network, node)[2]) / groups;
  const prelu = node.prelu ? 2 * outputs + node.shape[2] : 0;
  const bias = node.bias ? outputs : 0;
  return { macs, tf: 2 * macs + bias + prelu, mx: 2 * macs - (node.bias ? 0 : outputs / groups) };
}
