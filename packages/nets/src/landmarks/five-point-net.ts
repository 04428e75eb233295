import { LANDMARK_ORDER, type Point } from '@face-verify/core';
import { inverted, NORM_PRELU } from '../blocks/inverted.ts';
import { defineNetwork } from '../feature-map.ts';
import type { Network } from '../network.ts';

/**
 * How the landmark network sees a face (see core's `coarseTransform`), and how many pixels of that a 1 in its output
 * means: about how far the points lie from the centre, so that outputs are of order 1.
 */
export const LANDMARK_INPUT = { sizePx: 96, faceFraction: 0.8, outputUnitPx: 12 } as const;

const STAGES = [
  { channels: 32, blocks: 2 },
  { channels: 64, blocks: 3 },
  { channels: 96, blocks: 3 },
] as const;

/**
 * Refines a detector's coarse points to the five that alignment needs. A network of our own: inverted blocks as in
 * MobileFaceNet, and a global depthwise filter, which unlike average pooling keeps where things are.
 */
export function fivePointNet(name: string): Network {
  const side = LANDMARK_INPUT.sizePx;
  return defineNetwork(name, [side, side, 3], (image) => {
    let x = image.conv(16, { kernel: 3, stride: 2, ...NORM_PRELU }); // → 48×48×16
    for (const { channels, blocks } of STAGES) {
      x = inverted(x, x.shape[2] * 2, channels, { stride: 2 }); // → 24×24×32, 12×12×64, 6×6×96
      for (let i = 1; i < blocks; i++) x = inverted(x, channels * 2, channels).add(x);
    }
    return x
      .conv(192, NORM_PRELU) // → 6×6×192
      .globalDepthwise({ norm: true }) // → 1×1×192
      .conv(2 * LANDMARK_ORDER.length, { bias: true }); // → 1×1×10
  });
}

const CENTRE_PX = (LANDMARK_INPUT.sizePx - 1) / 2;

/**
 * Reads one row of the network's output.
 *
 * @param output - x and y of the points in `LANDMARK_ORDER`, in `outputUnitPx` from the input's centre
 * @returns the points in pixels of the network's input
 */
export function landmarkPointsFromOutput(output: ArrayLike<number>): Point[] {
  return LANDMARK_ORDER.map((_, i) => ({
    x: CENTRE_PX + (output[2 * i] as number) * LANDMARK_INPUT.outputUnitPx,
    y: CENTRE_PX + (output[2 * i + 1] as number) * LANDMARK_INPUT.outputUnitPx,
  }));
}

/** The inverse of {@link landmarkPointsFromOutput}: what the network is trained to give. */
export function landmarkOutputFromPoints(points: readonly Point[]): number[] {
  return points.flatMap(({ x, y }) => [
    (x - CENTRE_PX) / LANDMARK_INPUT.outputUnitPx,
    (y - CENTRE_PX) / LANDMARK_INPUT.outputUnitPx,
  ]);
}
