import { NORM_PRELU } from '../blocks/inverted.ts';
import type { FeatureMap } from '../feature-map.ts';
import type { Embedder } from './embedder.ts';

/** Channels of the three stages by width multiplier. */
const CHANNELS = {
  '0.5x': [48, 96, 192],
  '1x': [116, 232, 464],
  '1.5x': [176, 352, 704],
  '2x': [244, 488, 976],
} as const;

const UNITS = [4, 8, 4] as const;

/**
 * ShuffleFaceNet (Martínez-Díaz et al., ICCVW 2019): ShuffleNetV2 without its max-pool, with PReLUs and a global
 * depthwise filter. The last convolution has 1024 channels at 2× too: 2048, as in ShuffleNetV2, would not give the
 * published 4.5 M. The embedding of 128 is ConvFaceNeXt's (its Table 10).
 */
export function shuffleFaceNet(width: keyof typeof CHANNELS): Embedder {
  return {
    features: (image) => {
      let x = image.conv(24, { kernel: 3, stride: 2, ...NORM_PRELU }); // → 56×56×24
      CHANNELS[width].forEach((channels, stage) => {
        x = downsamplingUnit(x, channels); // → 28×28, 14×14, 7×7
        for (let i = 1; i < (UNITS[stage] as number); i++) x = unit(x);
      });
      return x;
    },
    embedding: (x) =>
      x
        .conv(1024, NORM_PRELU) // → 7×7×1024
        .globalDepthwise({ norm: true }) // → 1×1×1024
        .conv(128, { norm: true }), // → 1×1×128
  };
}

/** One half passes, the other is filtered. */
function unit(x: FeatureMap): FeatureMap {
  const half = x.shape[2] / 2;
  return x
    .slice(0, half)
    .concat(filterBranch(x.slice(half), half, 1))
    .shuffle(2);
}

/** Both branches see everything, and halve the sides. */
function downsamplingUnit(x: FeatureMap, channels: number): FeatureMap {
  const left = x.depthwise({ stride: 2, norm: true }).conv(channels / 2, NORM_PRELU);
  return left.concat(filterBranch(x, channels / 2, 2)).shuffle(2);
}

function filterBranch(x: FeatureMap, channels: number, stride: number): FeatureMap {
  return x.conv(channels, NORM_PRELU).depthwise({ stride, norm: true }).conv(channels, NORM_PRELU);
}
