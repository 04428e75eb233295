import { defineNetwork, type FeatureMap } from '../feature-map.ts';
import type { Network } from '../network.ts';

/** Side of the image that the network sees, and the channels that hold one of its boxes: see `readBlazeFace`. */
export const BLAZE_FACE_INPUT_PX = 128;
export const BOX_VALUES = 16;

/** Maps that boxes are read from: places on each side, and how many boxes each place has. */
export const BOX_MAPS = { fine: { side: 16, boxes: 2 }, coarse: { side: 8, boxes: 6 } } as const;

/** Channels and stride of each block: Figure 2 of the paper's short-range model, widened as it was published. */
const FINE_BLOCKS = [
  [24, 1],
  [28, 1],
  [32, 2],
  [36, 1],
  [42, 1],
  [48, 2],
  [56, 1],
  [64, 1],
  [72, 1],
  [80, 1],
  [88, 1],
] as const;
const COARSE_BLOCKS = [
  [96, 2],
  [96, 1],
  [96, 1],
  [96, 1],
  [96, 1],
] as const;

/**
 * BlazeFace (Bazarevsky et al., 2019), the short-range model that MediaPipe ships: a detector of upright faces within some
 * two metres of a camera. The paper's table has other widths than the published weights, which are what is written here.
 * For each box it gives the logarithm of the odds of a face, and a box with six points.
 */
export function blazeFace(name: string): Network {
  const side = BLAZE_FACE_INPUT_PX;
  return defineNetwork(name, [side, side, 3], (image) => {
    const stem = image.conv(24, { kernel: 5, stride: 2, bias: true, activation: 'relu' }); // → 64×64×24
    const fine = FINE_BLOCKS.reduce(block, stem); // → 64×64×28, 32×32×42, 16×16×88
    const coarse = COARSE_BLOCKS.reduce(block, fine); // → 8×8×96
    const head = (map: FeatureMap, channels: number) => map.conv(channels, { bias: true });
    return {
      fineScores: head(fine, BOX_MAPS.fine.boxes),
      coarseScores: head(coarse, BOX_MAPS.coarse.boxes),
      fineBoxes: head(fine, BOX_MAPS.fine.boxes * BOX_VALUES),
      coarseBoxes: head(coarse, BOX_MAPS.coarse.boxes * BOX_VALUES),
    };
  });
}

/** The paper's BlazeBlock: filters for each channel, projected, and added to what came in, made as small and as deep. */
function block(x: FeatureMap, [channels, stride]: readonly [channels: number, stride: number]): FeatureMap {
  const filtered = x.depthwise({ stride, bias: true }).conv(channels, { bias: true });
  const pooled = stride > 1 ? x.maxPool({ kernel: stride, stride }) : x;
  const shortcut = pooled.shape[2] < channels ? pooled.padChannels(channels) : pooled;
  return shortcut.add(filtered).activate('relu');
}
