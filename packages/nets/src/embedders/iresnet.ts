import type { FeatureMap } from '../feature-map.ts';
import type { Embedder } from './embedder.ts';

export interface IresnetOptions {
  /** Units of each stage. */
  readonly units: readonly number[];
  /** Channels of each stage. */
  readonly channels: readonly number[];
  /** Length of the embedding. */
  readonly dimension: number;
}

/** The network of ArcFace's and LGAF's results. */
export const IRESNET_100: IresnetOptions = { units: [3, 13, 30, 3], channels: [64, 128, 256, 512], dimension: 512 };

/** The improved residual network of ArcFace (Deng et al., CVPR 2019), as insightface's code has it. */
export function iresnet({ units, channels, dimension }: IresnetOptions): Embedder {
  return {
    features: (image) => {
      let x = image.conv(channels[0] as number, { kernel: 3, norm: true, prelu: true }); // → 112×112×64
      channels.forEach((width, stage) => {
        x = unit(x, width, 2); // → 56×56×64, 28×28×128, 14×14×256, 7×7×512
        for (let i = 1; i < (units[stage] as number); i++) x = unit(x, width, 1);
      });
      return x.norm();
    },
    embedding: (x) => x.dense(dimension, { bias: true, norm: true }), // → 1×1×512
  };
}

function unit(x: FeatureMap, channels: number, stride: 1 | 2): FeatureMap {
  const y = x
    .norm()
    .conv(channels, { kernel: 3, norm: true, prelu: true })
    .conv(channels, { kernel: 3, stride, norm: true });
  return y.add(stride === 1 ? x : x.conv(channels, { stride, norm: true }));
}
