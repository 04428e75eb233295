import type { FeatureMap } from '../feature-map.ts';

export const NORM_PRELU = { norm: true, prelu: true } as const;

interface InvertedOptions {
  /** Side of the depthwise kernels; 3 unless said. */
  readonly kernel?: number;
  /** Of the depthwise filters; 1 unless said. */
  readonly stride?: number;
}

/**
 * The inverted bottleneck of MobileNetV2 with PReLUs, as most light face networks have it: expand, filter each channel,
 * project without activation. Whether its input is added is the network's to say.
 *
 * @param expanded - channels that the depthwise filters see
 * @param channels - channels of the result
 */
export function inverted(x: FeatureMap, expanded: number, channels: number, options: InvertedOptions = {}): FeatureMap {
  return x
    .conv(expanded, NORM_PRELU)
    .depthwise({ ...options, ...NORM_PRELU })
    .conv(channels, { norm: true });
}
