import type { FeatureMap } from '../feature-map.ts';
import type { Embedder } from './embedder.ts';

export interface LgafOptions {
  /** b: local branches, each of which gives its part of the embedding. */
  readonly heads: number;
  /** Channels of each head at each scale. */
  readonly width: number;
  /** By what the attentions' bottlenecks are narrower. */
  readonly reduction: number;
  /** How a head's map becomes its part of the embedding: summed by a dense layer, or by one filter for each channel. */
  readonly projection: 'dense' | 'depthwise';
}

/** As in the paper, with the sizes that its missing Fig. 2 would give reconstructed; 12.3 M parameters on iresnet100. */
export const LGAF: LgafOptions = { heads: 4, width: 128, reduction: 16, projection: 'dense' };

/**
 * For light backbones: an eighth of the width, and depthwise filters where the paper's heads and global branch flatten
 * the map into dense layers, which alone would outweigh the backbone.
 */
export const LIGHT_LGAF: LgafOptions = { heads: 4, width: 16, reduction: 4, projection: 'depthwise' };

/** Convolutions of 3×3 at each scale: none, one, or two in place of 5×5. */
const SCALES = [0, 1, 2] as const;

/**
 * "LGAF: Local and Global Feature Attention Fusion" (Yu and Wei) on any backbone: the backbone's own embedding is the
 * global feature (GFE), multi-head multi-scale attention over its last map the local one (MHMS), and their norms say
 * how much each counts (LGF). The paper's symbols for the two change places between its sections; here they are
 * `global` and `local`.
 */
export function lgaf(backbone: Embedder, options: LgafOptions): Embedder {
  return {
    ...backbone,
    embedding: (features) => {
      const global = backbone.embedding(features);
      const length = global.shape[2] / options.heads;
      const [first, ...others] = Array.from({ length: options.heads }, () => localHead(features, length, options));
      return (first as FeatureMap).concat(...others).fuseByNorm(global);
    },
  };
}

function localHead(features: FeatureMap, length: number, { width, reduction, projection }: LgafOptions): FeatureMap {
  const [fine, ...coarser] = SCALES.map((convolutions) => {
    let x = features.conv(width, { norm: true, activation: 'relu' });
    for (let i = 0; i < convolutions; i++) x = x.conv(width, { kernel: 3, norm: true, activation: 'relu' });
    return spatialAttention(x, reduction);
  });
  const attended = channelAttention((fine as FeatureMap).concat(...coarser), reduction); // → 7×7×384
  return projection === 'dense'
    ? attended.dense(length, { bias: true, norm: true })
    : attended.globalDepthwise({ norm: true }).conv(length, { norm: true }); // → 1×1×128
}

/** LANet: a factor for each place, from two 1×1 convolutions. (Eq. 11's pooling would leave no places.) */
function spatialAttention(x: FeatureMap, reduction: number): FeatureMap {
  const gate = x
    .conv(x.shape[2] / reduction, { bias: true, activation: 'relu' })
    .conv(1, { bias: true, activation: 'sigmoid' });
  return x.multiply(gate); // by 7×7×1
}

/** SE: a factor for each channel. */
function channelAttention(x: FeatureMap, reduction: number): FeatureMap {
  const channels = x.shape[2];
  const gate = x
    .globalAverage()
    .dense(channels / reduction, { activation: 'relu' })
    .dense(channels, { activation: 'sigmoid' });
  return x.multiply(gate); // by 1×1×384
}
