import { FACE_POINT_NAMES, type FacePoints, facePoints } from '@face-verify/core';
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
  { channels: 128, blocks: 3 },
] as const;

/**
 * Refines a detector's coarse points to those of eyes, eyelids, nose, lips, forehead and chin. A network of our own:
 * inverted blocks as in MobileFaceNet, and a global depthwise filter, which unlike average pooling keeps where things
 * are.
 */
export function facePointNet(name: string): Network {
  const side = LANDMARK_INPUT.sizePx;
  return defineNetwork(name, [side, side, 3], (image) => {
    let x = image.conv(16, { kernel: 3, stride: 2, ...NORM_PRELU }); // → 48×48×16
    for (const { channels, blocks } of STAGES) {
      x = inverted(x, x.shape[2] * 2, channels, { stride: 2 }); // → 24×24×32, 12×12×64, 6×6×128
      for (let i = 1; i < blocks; i++) x = inverted(x, channels * 2, channels).add(x);
    }
    return x
      .conv(256, NORM_PRELU) // → 6×6×256
      .globalDepthwise({ norm: true }) // → 1×1×256
      .conv(2 * FACE_POINT_NAMES.length, { bias: true }); // → 1×1×34
  });
}

const CENTRE_PX = (LANDMARK_INPUT.sizePx - 1) / 2;

/**
 * Reads one row of the network's output.
 *
 * @param output - x and y of each point, in `outputUnitPx` from the input's centre
 * @returns the points in pixels of the network's input
 */
export function facePointsFromOutput(output: ArrayLike<number>): FacePoints {
  const coordinate = (i: number) => CENTRE_PX + (output[i] as number) * LANDMARK_INPUT.outputUnitPx;
  return facePoints((_, i) => ({ x: coordinate(2 * i), y: coordinate(2 * i + 1) }));
}

/** The inverse of {@link facePointsFromOutput}: what the network is trained to give. */
export function outputFromFacePoints(points: FacePoints): number[] {
  return FACE_POINT_NAMES.flatMap((name) =>
    [points[name].x, points[name].y].map((value) => (value - CENTRE_PX) / LANDMARK_INPUT.outputUnitPx),
  );
}
