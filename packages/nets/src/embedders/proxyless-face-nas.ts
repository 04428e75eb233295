import { inverted, NORM_PRELU } from '../blocks/inverted.ts';
import type { Embedder } from './embedder.ts';

type Block = readonly [channels: number, kernel: 3 | 5, expansion: number, stride: 1 | 2];

/** The two readings differ in one kernel and the last width. */
const READINGS = {
  'conv-face-next': { fourthOf48: 3, last: 1024 },
  'proxyless-cpu': { fourthOf48: 5, last: 1432 },
} as const;

/**
 * ProxylessFaceNAS: ProxylessNAS' network for CPUs (Cai et al., ICLR 2019) on faces (Martínez-Díaz et al., 2021).
 * No paper prints the layers. `proxyless-cpu` is the published search result as it is, and has the benchmark's 3.2 M
 * and 0.88 GFLOPs. `conv-face-next` has the 3.01 M and 873.95 MFLOPs of ConvFaceNeXt's Table 10, to which its two
 * changes were fitted.
 */
export function proxylessFaceNas(reading: keyof typeof READINGS): Embedder {
  const { fourthOf48, last } = READINGS[reading];
  const blocks: readonly Block[] = [
    [32, 3, 6, 2], // 56×56
    [32, 3, 3, 1],
    [32, 3, 3, 1],
    [32, 3, 3, 1],
    [48, 3, 6, 2], // 28×28
    [48, 3, 3, 1],
    [48, 3, 3, 1],
    [48, fourthOf48, 3, 1],
    [88, 3, 6, 2], // 14×14
    [88, 3, 3, 1],
    [104, 5, 6, 1],
    [104, 3, 3, 1],
    [104, 3, 3, 1],
    [104, 3, 3, 1],
    [216, 5, 6, 2], // 7×7
    [216, 5, 3, 1],
    [216, 5, 3, 1],
    [216, 3, 3, 1],
    [360, 5, 6, 1],
  ];
  return {
    features: (image) => {
      let x = image
        .conv(40, { kernel: 3, ...NORM_PRELU }) // → 112×112×40
        .depthwise(NORM_PRELU)
        .conv(24, { norm: true }); // → 112×112×24
      for (const [channels, kernel, expansion, stride] of blocks) {
        const y = inverted(x, x.shape[2] * expansion, channels, { kernel, stride });
        x = stride === 1 && x.shape[2] === channels ? y.add(x) : y;
      }
      return x;
    },
    embedding: (x) =>
      x
        .conv(last, NORM_PRELU) // → 7×7×1024 or 7×7×1432
        .globalDepthwise({ norm: true })
        .conv(128, { norm: true }), // → 1×1×128
  };
}
