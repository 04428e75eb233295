import type { Network } from './network.ts';
import { activateNode } from './nodes/activate.ts';
import type { Activation } from './nodes/activation.ts';
import { addNode } from './nodes/add.ts';
import { concatNode } from './nodes/concat.ts';
import { type ConvOptions, convNode } from './nodes/conv.ts';
import { type DenseOptions, denseNode } from './nodes/dense.ts';
import { type DepthwiseOptions, depthwiseNode } from './nodes/depthwise.ts';
import type { FilterOptions } from './nodes/filter.ts';
import { globalAverageNode } from './nodes/global-average.ts';
import { type MaxPoolOptions, maxPoolNode } from './nodes/max-pool.ts';
import { multiplyNode } from './nodes/multiply.ts';
import type { Source } from './nodes/node-kind.ts';
import type { InputNode, OperationNode } from './nodes/node-kinds.ts';
import { type NormOptions, normNode } from './nodes/norm.ts';
import { normFusionNode } from './nodes/norm-fusion.ts';
import { padChannelsNode } from './nodes/pad-channels.ts';
import { shuffleNode } from './nodes/shuffle.ts';
import { sliceNode } from './nodes/slice.ts';
import type { Shape } from './shape.ts';

/** What has been written of a network. */
interface Draft {
  readonly nodes: [InputNode, ...OperationNode[]];
  readonly taps: Record<string, number>;
}

/**
 * One feature map while a network is being written: the vocabulary of all definitions. Every method adds a node and
 * returns its map.
 */
export class FeatureMap implements Source {
  readonly #draft: Draft;
  readonly id: number;
  readonly shape: Shape;

  /** The map of the draft's last node. */
  constructor(draft: Draft) {
    this.#draft = draft;
    this.id = draft.nodes.length - 1;
    this.shape = (draft.nodes[this.id] as OperationNode).shape;
  }

  /** Convolution over all channels; kernel 1 and stride 1 unless said. */
  conv(filters: number, options: ConvOptions = {}): FeatureMap {
    return this.#next(convNode(this, filters, options));
  }

  /** One filter for each channel; kernel 3 and stride 1 unless said. */
  depthwise(options: DepthwiseOptions = {}): FeatureMap {
    return this.#next(depthwiseNode(this, options));
  }

  /** One filter for each channel, as large as the (square) map: pooling that weighs each place. */
  globalDepthwise(options: FilterOptions = {}): FeatureMap {
    return this.depthwise({ kernel: this.shape[0], padding: 'valid', ...options });
  }

  /** Each unit sums the whole map. */
  dense(units: number, options: DenseOptions = {}): FeatureMap {
    return this.#next(denseNode(this, units, options));
  }

  /** Batch normalisation on its own. */
  norm(options: NormOptions = {}): FeatureMap {
    return this.#next(normNode(this, options));
  }

  /** The largest value in each window. */
  maxPool(options: MaxPoolOptions): FeatureMap {
    return this.#next(maxPoolNode(this, options));
  }

  /** The mean of each channel. */
  globalAverage(): FeatureMap {
    return this.#next(globalAverageNode(this));
  }

  /** Element-wise sum with maps of the same shape. */
  add(...others: readonly FeatureMap[]): FeatureMap {
    return this.#next(addNode([this, ...others]));
  }

  /** An activation on its own: a filter's or a normalisation's is its option. */
  activate(activation: Activation): FeatureMap {
    return this.#next(activateNode(this, activation));
  }

  /** Element-wise product with a gate, whose sides may be 1. */
  multiply(gate: FeatureMap): FeatureMap {
    return this.#next(multiplyNode(this, gate));
  }

  /** Its channels, then those of the others. */
  concat(...others: readonly FeatureMap[]): FeatureMap {
    return this.#next(concatNode([this, ...others]));
  }

  /** Its channels from `begin` to before `end`. */
  slice(begin: number, end = this.shape[2]): FeatureMap {
    return this.#next(sliceNode(this, begin, end));
  }

  /** Its channels, then zeros up to so many. */
  padChannels(channels: number): FeatureMap {
    return this.#next(padChannelsNode(this, channels));
  }

  /** Deals out the channels of each group in turn. */
  shuffle(groups: number): FeatureMap {
    return this.#next(shuffleNode(this, groups));
  }

  /** Sum with other embeddings, each weighted by its norm. */
  fuseByNorm(...others: readonly FeatureMap[]): FeatureMap {
    return this.#next(normFusionNode([this, ...others]));
  }

  /** Gives the map a name by which training can ask for it. */
  tap(name: string): FeatureMap {
    this.#draft.taps[name] = this.id;
    return this;
  }

  #next(node: OperationNode): FeatureMap {
    this.#draft.nodes.push(node);
    return new FeatureMap(this.#draft);
  }
}

/** What a definition returns: the network's only output, or several by name. */
export type Written = FeatureMap | Readonly<Record<string, FeatureMap>>;

/** Runs a definition once and keeps what it wrote. */
export function defineNetwork(name: string, input: Shape, write: (image: FeatureMap) => Written): Network {
  const draft: Draft = { nodes: [{ kind: 'input', shape: input }], taps: {} };
  const written = write(new FeatureMap(draft));
  const named = written instanceof FeatureMap ? { output: written } : written;
  const outputs = Object.fromEntries(Object.entries(named).map(([output, { id }]) => [output, id]));
  return { name, ...draft, outputs };
}
