/**
 * The vocabulary in which every network is written, once. A network is data: a list of nodes in the order of
 * computation, which three interpreters read (`count`, `createTrainable`, `createInference`).
 * Layout is NHWC throughout; a shape leaves out N.
 */

/** Height, width, channels. */
export type Shape = readonly [height: number, width: number, channels: number];

/** `same` pads as Keras does: with stride 2 on an even side, only at the bottom and right. */
export type Padding = 'same' | 'valid';

interface FilterNode {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
  /** Batch normalisation after the filter. */
  readonly norm: boolean;
  readonly bias: boolean;
  /** One learned slope per channel, after the normalisation. */
  readonly prelu: boolean;
  readonly shape: Shape;
}

export type NetworkNode =
  | { readonly kind: 'input'; readonly shape: Shape }
  | ({ readonly kind: 'conv' } & FilterNode)
  | ({ readonly kind: 'depthwise' } & FilterNode)
  | { readonly kind: 'norm'; readonly input: number; readonly shape: Shape }
  | { readonly kind: 'add'; readonly inputs: readonly number[]; readonly shape: Shape };

export interface Network {
  readonly name: string;
  readonly nodes: readonly NetworkNode[];
  /** The last node. */
  readonly output: number;
  /** Named inner maps, such as the ends of stages. */
  readonly taps: Readonly<Record<string, number>>;
}

interface FilterOptions {
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: Padding;
  readonly norm?: boolean;
  readonly bias?: boolean;
  readonly prelu?: boolean;
}

/** One feature map while a network is being written. Every method adds a node and returns its map. */
export class FeatureMap {
  readonly #nodes: NetworkNode[];
  readonly #taps: Record<string, number>;
  readonly id: number;

  constructor(nodes: NetworkNode[], taps: Record<string, number>, node: NetworkNode) {
    this.#nodes = nodes;
    this.#taps = taps;
    this.id = nodes.push(node) - 1;
  }

  get shape(): Shape {
    return (this.#nodes[this.id] as NetworkNode).shape;
  }

  /** Convolution over all channels; kernel 1 and stride 1 unless said. */
  conv(filters: number, options: FilterOptions = {}): FeatureMap {
    return this.#filter('conv', filters, { kernel: 1, ...options });
  }

  /** One filter for each channel; kernel 3 and stride 1 unless said. */
  depthwise(options: FilterOptions = {}): FeatureMap {
    return this.#filter('depthwise', this.shape[2], { kernel: 3, ...options });
  }

  /** Batch normalisation on its own. */
  norm(): FeatureMap {
    return this.#next({ kind: 'norm', input: this.id, shape: this.shape });
  }

  /** Element-wise sum with maps of the same shape. */
  add(...others: readonly FeatureMap[]): FeatureMap {
    const maps = [this, ...others];
    if (maps.some(({ shape }) => shape.join() !== this.shape.join())) {
      throw new RangeError(
        `Maps of different shapes cannot be added: ${maps.map((m) => m.shape.join('×')).join(', ')}`,
      );
    }
    return this.#next({ kind: 'add', inputs: maps.map(({ id }) => id), shape: this.shape });
  }

  /** Gives the map a name by which training can ask for it. */
  tap(name: string): FeatureMap {
    this.#taps[name] = this.id;
    return this;
  }

  #filter(kind: 'conv' | 'depthwise', filters: number, options: FilterOptions & { kernel: number }): FeatureMap {
    const { kernel, stride = 1, padding = 'same', norm = false, bias = false, prelu = false } = options;
    const [height, width] = this.shape;
    const side = (length: number) => Math.ceil((padding === 'same' ? length : length - kernel + 1) / stride);
    const shape: Shape = [side(height), side(width), filters];
    return this.#next({ kind, input: this.id, kernel, stride, padding, norm, bias, prelu, shape });
  }

  #next(node: NetworkNode): FeatureMap {
    return new FeatureMap(this.#nodes, this.#taps, node);
  }
}

/** Runs a definition once and keeps what it wrote. */
export function defineNetwork(name: string, input: Shape, write: (image: FeatureMap) => FeatureMap): Network {
  const nodes: NetworkNode[] = [];
  const taps: Record<string, number> = {};
  const output = write(new FeatureMap(nodes, taps, { kind: 'input', shape: input }));
  return { name, nodes, output: output.id, taps };
}

/** Shape of the map that a node reads. */
export function inputShape(network: Network, node: { readonly input: number }): Shape {
  return (network.nodes[node.input] as NetworkNode).shape;
}

/** Length of the network's output vector. */
export function outputLength(network: Network): number {
  const { shape } = network.nodes[network.output] as NetworkNode;
  return shape[0] * shape[1] * shape[2];
}

/**
 * A short name for the wiring and sizes of a network: weights carry it, so that an edited definition cannot
 * silently take old weights. FNV-1a, 64 bits, over the nodes as JSON; a fingerprint, not a safeguard.
 */
export function topologyFingerprint(network: Network): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of JSON.stringify([network.nodes, network.output])) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
