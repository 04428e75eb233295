import { inverted, NORM_PRELU } from '../blocks/inverted.ts';
import type { FeatureMap } from '../feature-map.ts';
import type { Embedder } from './embedder.ts';

/** Expanded channels and channels of each stage, and how many residual blocks follow the downsampling one. */
const STAGES = [
  [128, 64, 2], // 28×28
  [256, 128, 3], // 14×14
  [512, 256, 6], // 7×7
] as const;

/** 7×7×512 to 512 numbers. */
const HEADS = {
  gdc: (x: FeatureMap) => x.globalDepthwise({ norm: true }),
  fc: (x: FeatureMap) => x.dense(512, { norm: true }),
} as const;

/**
 * MobiFace (Duong et al., 2018), Table I. Its text describes a fully connected layer at the end, which alone has 12.8 M
 * weights, while the paper's model has 9.3 MB: with a global depthwise filter instead it has 9.33 MB. That is `gdc`;
 * `fc` is the text taken at its word. The second layer is depthwise only, as the table says.
 */
export function mobiFace(head: keyof typeof HEADS): Embedder {
  return {
    features: (image) => {
      let x = image
        .conv(64, { kernel: 3, stride: 2, ...NORM_PRELU }) // → 56×56×64
        .depthwise(NORM_PRELU);
      for (const [expanded, channels, residualBlocks] of STAGES) {
        x = inverted(x, expanded, channels, { stride: 2 });
        for (let i = 0; i < residualBlocks; i++) x = inverted(x, expanded, channels).add(x);
      }
      return x;
    },
    embedding: (x) => HEADS[head](x.conv(512, NORM_PRELU)), // → 7×7×512 → 1×1×512
  };
}
