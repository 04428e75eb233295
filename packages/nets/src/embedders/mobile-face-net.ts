import { defineNetwork, type FeatureMap, type Network } from '../network.ts';

const CONV_NORM_PRELU = { norm: true, prelu: true } as const;

/** Expansion, channels, repeats, stride of the first: Table 1 of the MobileFaceNets paper. */
const STACKS = [
  [2, 64, 5, 2],
  [4, 128, 1, 2],
  [2, 128, 6, 1],
  [4, 128, 1, 2],
  [2, 128, 2, 1],
] as const;

/**
 * MobileFaceNet (Chen et al., CCBR 2018), in the re-implementation that ConvFaceNeXt's Table 10 compares with:
 * the second layer has a pointwise convolution, the first block of every stack has no residual, and the embedding
 * of 128 is normalised.
 */
export function mobileFaceNet(name: string): Network {
  return defineNetwork(name, [112, 112, 3], (image) => {
    let x: FeatureMap = image
      .conv(64, { kernel: 3, stride: 2, ...CONV_NORM_PRELU }) // → 56×56×64
      .depthwise()
      .conv(64, CONV_NORM_PRELU);

    STACKS.forEach(([expansion, channels, repeats, firstStride], stack) => {
      for (let i = 0; i < repeats; i++) {
        const y = x
          .conv(x.shape[2] * expansion, CONV_NORM_PRELU)
          .depthwise({ stride: i === 0 ? firstStride : 1, ...CONV_NORM_PRELU })
          .conv(channels, { norm: true });
        x = i === 0 ? y : y.add(x); // → 28×28×64, 14×14×128, 14×14×128, 7×7×128, 7×7×128
      }
      if (stack % 2 === 0) x.tap(`stage${stack / 2 + 1}`);
    });

    return x
      .conv(512, CONV_NORM_PRELU) // → 7×7×512
      .depthwise({ kernel: 7, padding: 'valid', norm: true }) // → 1×1×512
      .conv(128, { norm: true }); // → 1×1×128
  });
}
