import { inverted, NORM_PRELU } from '../blocks/inverted.ts';
import type { FeatureMap } from '../feature-map.ts';
import type { Embedder } from './embedder.ts';

/** One row of the paper's Table 2. */
export interface ProgressiveStep {
  /** At 56×56, 28×28, 14×14, 7×7; the first is also the first convolution's. */
  readonly channels: readonly [number, number, number, number];
  /** Channels that the depthwise filters see, at 56×56, 28×28, 14×14. At 7×7 it is 256, and 512 on the way there. */
  readonly expanded: readonly [number, number, number];
  /** Residual blocks at 28×28, 14×14, 7×7, beside the downsampling one. At 56×56 there are two. */
  readonly blocks: readonly [number, number, number];
  readonly dimension: number;
  readonly squeezeExcite: boolean;
}

const STEP_2 = {
  channels: [28, 60, 128, 256],
  expanded: [60, 120, 256],
  blocks: [8, 16, 19],
  dimension: 256,
  squeezeExcite: true,
} as const;

/**
 * From insightface's y2 (0) to the network of Table 1 (5). The paper gives widths and depths of the last two; those of
 * 1 to 3 were reconstructed from their FLOPs. Step 0 has no squeeze-and-excite: only so is its cost the published one.
 */
export const PROGRESSIVE_STEPS: readonly ProgressiveStep[] = [
  {
    channels: [64, 64, 128, 128],
    expanded: [64, 128, 256],
    blocks: [8, 16, 4],
    dimension: 256,
    squeezeExcite: false,
  },
  { ...STEP_2, channels: [30, 62, 128, 256], expanded: [62, 124, 256], blocks: [8, 18, 16] },
  STEP_2,
  { ...STEP_2, channels: [26, 58, 128, 256], expanded: [58, 116, 256], blocks: [6, 16, 21] },
  { ...STEP_2, channels: [24, 56, 124, 256], expanded: [56, 116, 248], blocks: [6, 16, 23] },
  { ...STEP_2, channels: [24, 56, 124, 256], expanded: [56, 116, 248], blocks: [6, 15, 24], dimension: 282 },
];

/**
 * The network of "A Progressive Learning Framework for Unconstrained Face Recognition" (Chai et al., LFR challenge 2019)
 * at one of its steps. Squeeze-and-excite stands after the linear normalisation and before the sum; of the places tried
 * it is the one that gives the published FLOPs. Table 1's 7×7×256 before the global filter is a misprint of 512.
 */
export function progressiveNet(step: ProgressiveStep): Embedder {
  const { channels, expanded, blocks, dimension } = step;
  const [at56, at28, at14, at7] = channels;
  const block = (x: FeatureMap, expanded: number, channels: number, stride: number) => {
    const y = inverted(x, expanded, channels, { stride });
    const scaled = step.squeezeExcite ? squeezeExcite(y) : y;
    return stride === 1 ? scaled.add(x) : scaled;
  };
  const repeat = (x: FeatureMap, times: number, expanded: number) => {
    let y = x;
    for (let i = 0; i < times; i++) y = block(y, expanded, x.shape[2], 1);
    return y;
  };
  return {
    features: (image) => {
      let x = image.conv(at56, { kernel: 3, stride: 2, ...NORM_PRELU }); // → 56×56×24, of step 5
      x = repeat(x, 2, expanded[0]);
      x = block(x, expanded[1], at28, 2); // → 28×28×56
      x = repeat(x, blocks[0], expanded[1]);
      x = block(x, expanded[2], at14, 2); // → 14×14×124
      x = repeat(x, blocks[1], expanded[2]);
      x = block(x, 512, at7, 2); // → 7×7×256
      return repeat(x, blocks[2], 256);
    },
    embedding: (x) =>
      x
        .conv(512, NORM_PRELU) // → 7×7×512
        .globalDepthwise({ norm: true }) // → 1×1×512
        .dense(dimension, { bias: true, norm: true }), // → 1×1×282
  };
}

function squeezeExcite(x: FeatureMap): FeatureMap {
  const channels = x.shape[2];
  const gate = x
    .globalAverage()
    .conv(Math.floor(channels / 16), { bias: true, prelu: true })
    .conv(channels, { bias: true, activation: 'sigmoid' });
  return x.multiply(gate);
}
