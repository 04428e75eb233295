import {
  count,
  inferenceParameters,
  NETWORKS_BY_KIND,
  type Network,
  PUBLISHED,
  type Published,
  sizeOf,
} from '@face-verify/nets';

/** What is known of an embedder without running it. */
export interface ZooEntry {
  readonly name: string;
  readonly network: Network;
  /** With the moving statistics of batch normalisation. */
  readonly params: number;
  readonly flops: ZooFlops;
  /** Of the weights as they would ship: folded, in half precision. */
  readonly fp16Bytes: number;
  readonly published: Published | undefined;
}

type FlopConvention = keyof NonNullable<Published['flops']>;

export interface ZooFlops {
  readonly ours: number;
  /** The one that the published figure was counted by; TensorFlow's where there is none. */
  readonly convention: FlopConvention;
  readonly published: number | undefined;
}

const CONVENTIONS: readonly FlopConvention[] = ['tf', 'mx', 'twiceMacs'];

/** Every embedder of the registry, in its order. */
export function zooEntries(): readonly ZooEntry[] {
  return Object.entries(NETWORKS_BY_KIND.embedder).map(([name, define]) => zooEntry(name, define()));
}

function zooEntry(name: string, network: Network): ZooEntry {
  const { params, macs, flops } = count(network);
  const published = PUBLISHED[name];
  const convention = CONVENTIONS.find((key) => published?.flops?.[key] !== undefined) ?? 'tf';
  const ours = { ...flops, twiceMacs: 2 * macs }[convention];
  const weights = inferenceParameters(network).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return {
    name,
    network,
    params,
    flops: { ours, convention, published: published?.flops?.[convention] },
    fp16Bytes: 2 * weights,
    published,
  };
}
