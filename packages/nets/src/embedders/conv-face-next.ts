import type { FeatureMap } from '../feature-map.ts';
import type { Embedder } from './embedder.ts';

/**
 * ConvFaceNeXt: "ConvFaceNeXt: Lightweight Networks for Face Recognition" (Hoo et al., Mathematics 2022), Table 3.
 * The paper leaves open whether a stage's first block after an SD has a residual: blocks 7 and 15 have none,
 * as in the code base that it builds on. A stage's output is the sum of its blocks' outputs (Eq. 10).
 */
export interface ConvFaceNeXtOptions {
  /** P: 2×2 patches. T: a typical 3×3 convolution. */
  readonly head: 'patchify' | 'typical';
  /** S: 2×2 convolution, stride 2. E: an ECN block with stride 2. */
  readonly downsampling: 'separate' | 'ecn';
  /** Side of the depthwise kernels; 3 unless an ablation. */
  readonly kernel?: 3 | 5 | 7 | 9;
  /** How many stages, from the first, sum their blocks; 3 unless an ablation. */
  readonly aggregatedStages?: 0 | 1 | 2 | 3;
  /** Which filters of a block are normalised and activated, see {@link BLOCKS}. */
  readonly block?: keyof typeof BLOCKS;
}

/** What follows each of a block's three filters: depthwise, expansion, projection. */
const BLOCKS = {
  standard: [{ norm: true }, { prelu: true }, { norm: true }],
  '1B1P': [{ norm: true }, { prelu: true }, {}],
  '3B2P': [{ norm: true, prelu: true }, { norm: true, prelu: true }, { norm: true }],
} as const;

const STAGES = [
  { channels: 64, expansion: 2, blocks: 4, firstIsResidual: true },
  { channels: 128, expansion: 4, blocks: 7, firstIsResidual: false },
  { channels: 128, expansion: 4, blocks: 2, firstIsResidual: false },
] as const;

export function convFaceNeXt(options: ConvFaceNeXtOptions): Embedder {
  const { head, downsampling, kernel = 3, aggregatedStages = 3, block = 'standard' } = options;
  const [afterDepthwise, afterExpansion, afterProjection] = BLOCKS[block];

  const ecn = (x: FeatureMap, channels: number, expansion: number, stride: number) =>
    x
      .depthwise({ kernel, stride, ...afterDepthwise })
      .conv(x.shape[2] * expansion, afterExpansion)
      .conv(channels, afterProjection);

  return {
    features: (image) => {
      let x = image
        .conv(64, { kernel: head === 'patchify' ? 2 : 3, stride: 2, norm: true }) // → 56×56×64
        .depthwise()
        .conv(64, { prelu: true });

      STAGES.forEach(({ channels, expansion, blocks, firstIsResidual }, stage) => {
        x =
          downsampling === 'separate'
            ? x.conv(channels, { kernel: 2, stride: 2, norm: true }) // → 28×28×64, 14×14×128, 7×7×128
            : ecn(x, channels, expansion, 2);
        const outputs: [FeatureMap, ...FeatureMap[]] = [x];
        for (let i = 0; i < blocks; i++) {
          const y = ecn(x, channels, 2, 1);
          x = i > 0 || firstIsResidual ? y.add(x) : y;
          outputs.push(x);
        }
        const [first, ...rest] = outputs;
        if (stage < aggregatedStages) x = first.add(...rest);
        x.tap(`stage${stage + 1}`);
      });
      return x;
    },
    embedding: (x) =>
      x
        .conv(512, { prelu: true }) // → 7×7×512
        .globalDepthwise({ norm: true }) // → 1×1×512
        .conv(128), // → 1×1×128
  };
}
