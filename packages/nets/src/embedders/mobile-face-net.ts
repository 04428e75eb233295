import { inverted, NORM_PRELU } from '../blocks/inverted.ts';
import type { Embedder } from './embedder.ts';

/** Expansion, channels, repeats, stride of the first: Table 1 of the MobileFaceNets paper. */
const STACKS = [
  [2, 64, 5, 2],
  [4, 128, 1, 2],
  [2, 128, 6, 1],
  [4, 128, 1, 2],
  [2, 128, 2, 1],
] as const;

export interface MobileFaceNetOptions {
  /** What follows the second layer's depthwise filters: a pointwise convolution, or a PReLU. */
  readonly second: 'separable' | 'depthwise';
  /** Which blocks add their input: those that can, or all but the first of each stack. */
  readonly residual: 'stride-1' | 'repeats';
}

/** As in the paper, which insightface calls y1. */
export const ORIGINAL: MobileFaceNetOptions = { second: 'depthwise', residual: 'stride-1' };

/** The re-implementation with which ConvFaceNeXt's Table 10 compares. */
export const REIMPLEMENTED: MobileFaceNetOptions = { second: 'separable', residual: 'repeats' };

/** MobileFaceNet (Chen et al., CCBR 2018); the embedding of 128 is normalised. */
export function mobileFaceNet({ second, residual }: MobileFaceNetOptions): Embedder {
  return {
    features: (image) => {
      const stem = image.conv(64, { kernel: 3, stride: 2, ...NORM_PRELU }); // → 56×56×64
      let x = second === 'separable' ? stem.depthwise().conv(64, NORM_PRELU) : stem.depthwise(NORM_PRELU);

      STACKS.forEach(([expansion, channels, repeats, firstStride], stack) => {
        for (let i = 0; i < repeats; i++) {
          const stride = i === 0 ? firstStride : 1;
          const y = inverted(x, x.shape[2] * expansion, channels, { stride });
          const adds = residual === 'stride-1' ? stride === 1 : i > 0;
          x = adds ? y.add(x) : y; // → 28×28×64, 14×14×128, 14×14×128, 7×7×128, 7×7×128
        }
        if (stack % 2 === 0) x.tap(`stage${stack / 2 + 1}`);
      });
      return x;
    },
    embedding: (x) =>
      x
        .conv(512, NORM_PRELU) // → 7×7×512
        .globalDepthwise({ norm: true }) // → 1×1×512
        .conv(128, { norm: true }), // → 1×1×128
  };
}
