import type { FeatureMap } from '../feature-map.ts';
import type { Embedder } from './embedder.ts';

const NORM_RELU = { norm: true, activation: 'relu' } as const;

interface Stage {
  readonly blocks: number;
  /** Channels of the residual path; the grouped filters have twice as many. */
  readonly residual: number;
  /** Channels by which each block lengthens the dense path. */
  readonly increment: number;
}

export interface DualPathOptions {
  readonly stages: readonly Stage[];
  readonly groups: number;
}

export interface DualPathPlusOptions {
  /** Of the first stage. */
  readonly firstStride: 1 | 2;
  /** Of the three convolutions at full resolution; 64 unless said. */
  readonly stemChannels?: number;
}

/** DPN-68's body, which DPN+68 shares: 12,611,602 trainable parameters with its stem and classifier, as published. */
export const DPN_68: DualPathOptions = {
  stages: [
    { blocks: 3, residual: 64, increment: 16 }, // 144 channels
    { blocks: 4, residual: 128, increment: 32 }, // 320
    { blocks: 12, residual: 256, increment: 32 }, // 704
    { blocks: 3, residual: 512, increment: 64 }, // 832
  ],
  groups: 32,
};

/** DPN-68 as its paper has it (Chen et al., "Dual Path Networks", NIPS 2017): classifies 224×224 into 1000 classes. */
export function dpn(options: DualPathOptions): Embedder {
  return {
    sidePx: 224,
    features: (image) =>
      body(
        image
          .conv(10, { kernel: 3, stride: 2, ...NORM_RELU }) // → 112×112×10
          .maxPool({ kernel: 3, stride: 2 }), // → 56×56×10
        options,
        1, // → 56×56×144, 28×28×320, 14×14×704, 7×7×832
      ),
    embedding: (x) => x.globalAverage().dense(1000, { bias: true }),
  };
}

/**
 * DPN+ of AMD-FV (Khan et al., 2025): the stem's convolution and max-pool give way to three convolutions at full
 * resolution. The paper leaves open the widths of these (64, as in the author's code), the stride of the first
 * stage (2, so that the last map is 7×7) and the head (a global depthwise filter to 512). The savings that it states
 * over ArcFace's R100 would be 47.5 M parameters and 14 GFLOPs; no reading of its text reaches them.
 */
export function dpnPlus(options: DualPathOptions, { firstStride, stemChannels = 64 }: DualPathPlusOptions): Embedder {
  const filters = { kernel: 3, ...NORM_RELU };
  return {
    features: (image) =>
      body(
        image
          .conv(stemChannels, filters) // → 112×112×64
          .conv(stemChannels, filters)
          .conv(stemChannels, filters),
        options,
        firstStride, // → 56×56×144, 28×28×320, 14×14×704, 7×7×832
      ),
    embedding: (x) =>
      x
        .globalDepthwise({ norm: true }) // → 1×1×832
        .conv(512, { norm: true }), // → 1×1×512
  };
}

function body(stem: FeatureMap, { stages, groups }: DualPathOptions, firstStride: 1 | 2): FeatureMap {
  let x = stem;
  stages.forEach((stage, index) => {
    x = firstBlock(x, stage, groups, index === 0 ? firstStride : 2);
    for (let i = 1; i < stage.blocks; i++) x = block(x, stage, groups);
  });
  return x.norm({ activation: 'relu' });
}

/** Channels of the residual path, then of the dense path, all the way. */
function block(x: FeatureMap, stage: Stage, groups: number): FeatureMap {
  return join(x, filters(x.norm({ activation: 'relu' }), stage, groups, 1), stage);
}

/** Begins the two paths with a projection. */
function firstBlock(x: FeatureMap, stage: Stage, groups: number, stride: 1 | 2): FeatureMap {
  const { residual, increment } = stage;
  // The reference implementation normalises for each of the two on its own.
  const projected = x.norm({ activation: 'relu' }).conv(residual + 2 * increment, { stride });
  return join(projected, filters(x.norm({ activation: 'relu' }), stage, groups, stride), stage);
}

function filters(x: FeatureMap, { residual, increment }: Stage, groups: number, stride: 1 | 2): FeatureMap {
  return x
    .conv(2 * residual, NORM_RELU)
    .conv(2 * residual, { kernel: 3, stride, groups, ...NORM_RELU })
    .conv(residual + increment);
}

/** The residual path is added to, the dense path grows. */
function join(paths: FeatureMap, y: FeatureMap, { residual }: Stage): FeatureMap {
  return paths.slice(0, residual).add(y.slice(0, residual)).concat(paths.slice(residual), y.slice(residual));
}
