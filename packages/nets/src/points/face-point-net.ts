import { FACE_POINT_NAMES } from '@face-verify/core';
import { inverted, NORM_PRELU } from '../blocks/inverted.ts';
import { defineNetwork } from '../feature-map.ts';
import type { Network } from '../network.ts';

/**
 * How the point network sees a face (see core's `coarseTransform`): side of its input, and the share of that side
 * which the 112 px template takes.
 */
export const POINT_INPUT = { sizePx: 96, faceFraction: 0.8 } as const;

/** What the network gives for one image: how many values of each, in their order in a row. See `readFace`. */
export const FACE_OUTPUTS = { points: 2 * FACE_POINT_NAMES.length, presence: 1, pose: 2, pointError: 1 } as const;

export type FaceOutput = keyof typeof FACE_OUTPUTS;

const STAGES = [
  { channels: 32, blocks: 2 },
  { channels: 64, blocks: 3 },
  { channels: 128, blocks: 3 },
] as const;

/**
 * Refines a detector's coarse points to those of eyes, eyelids, nose, lips, forehead and chin, and says whether there is
 * a face where they are, where it looks, and how wrong the points may be. A network of our own: inverted blocks as in
 * MobileFaceNet, and global depthwise filters, which unlike average pooling keep where things are.
 */
export function facePointNet(name: string): Network {
  const side = POINT_INPUT.sizePx;
  return defineNetwork(name, [side, side, 3], (image) => {
    let x = image.conv(16, { kernel: 3, stride: 2, ...NORM_PRELU }); // → 48×48×16
    for (const { channels, blocks } of STAGES) {
      x = inverted(x, x.shape[2] * 2, channels, { stride: 2 }); // → 24×24×32, 12×12×64, 6×6×128
      for (let i = 1; i < blocks; i++) x = inverted(x, channels * 2, channels).add(x);
    }
    const parts = x.conv(256, NORM_PRELU); // → 6×6×256
    const points = parts
      .globalDepthwise({ norm: true }) // → 1×1×256
      .conv(FACE_OUTPUTS.points, { bias: true }); // → 1×1×34
    /** What the parts and their places say together. */
    const sum = (output: FaceOutput) => parts.dense(FACE_OUTPUTS[output], { bias: true });
    return { points, presence: sum('presence'), pose: sum('pose'), pointError: sum('pointError') };
  });
}
