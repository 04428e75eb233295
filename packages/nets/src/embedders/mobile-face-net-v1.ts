import { NORM_PRELU } from '../blocks/inverted.ts';
import type { Embedder } from './embedder.ts';

/** Channels and stride of each depthwise-separable convolution: MobileNet's, the first at full resolution. */
const BLOCKS = [
  [64, 1], // 112×112
  [128, 2], // 56×56
  [128, 1],
  [256, 2], // 28×28
  [256, 1],
  [512, 2], // 14×14
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2], // 7×7
  [1024, 1],
] as const;

/**
 * MobileFaceNetV1: MobileNet for faces ("Benchmarking lightweight face architectures on specific face recognition
 * scenarios", Martínez-Díaz et al., 2021), with ConvFaceNeXt's embedding of 128 (its Table 10).
 */
export const mobileFaceNetV1: Embedder = {
  features: (image) =>
    BLOCKS.reduce(
      (x, [channels, stride]) => x.depthwise({ stride, ...NORM_PRELU }).conv(channels, NORM_PRELU),
      image.conv(32, { kernel: 3, ...NORM_PRELU }), // → 112×112×32
    ),
  embedding: (x) =>
    x
      .globalDepthwise({ norm: true }) // → 1×1×1024
      .conv(128, { norm: true }), // → 1×1×128
};
