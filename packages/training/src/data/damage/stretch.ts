import { alignmentTransform, FIVE_POINT_TEMPLATE, type RgbImage, type SimilarityTransform } from '@face-verify/core';
import { CROP_MARGIN_PX } from '../crop.ts';

/**
 * Makes a crop so many times as wide, as a camera or a document of the wrong shape does, and says how it is aligned then:
 * by the similarity that brings its points nearest to the template, in which the face stays stretched.
 */
export function stretch(crop: RgbImage, width: number): { image: RgbImage; toAligned: SimilarityTransform } {
  const image = resizeRows(crop, Math.max(1, Math.round(width * crop.widthPx)));
  const times = image.widthPx / crop.widthPx;
  const moved = ({ x, y }: { x: number; y: number }) => ({
    x: (x + CROP_MARGIN_PX + 0.5) * times - 0.5,
    y: y + CROP_MARGIN_PX,
  });
  const { leftEye, rightEye, noseTip, leftMouthCorner, rightMouthCorner } = FIVE_POINT_TEMPLATE;
  const toAligned = alignmentTransform({
    leftEye: moved(leftEye),
    rightEye: moved(rightEye),
    noseTip: moved(noseTip),
    leftMouthCorner: moved(leftMouthCorner),
    rightMouthCorner: moved(rightMouthCorner),
  });
  return { image, toAligned };
}

/** Linear between neighbours. */
function resizeRows({ widthPx, heightPx, data }: RgbImage, to: number): RgbImage {
  const out = new Uint8ClampedArray(to * heightPx * 3);
  for (let x = 0; x < to; x++) {
    const from = Math.min(widthPx - 1, Math.max(0, ((x + 0.5) * widthPx) / to - 0.5));
    const left = Math.floor(from);
    const right = Math.min(widthPx - 1, left + 1);
    const share = from - left;
    for (let y = 0; y < heightPx; y++) {
      for (let c = 0; c < 3; c++) {
        const [l, r] = [data[(y * widthPx + left) * 3 + c] as number, data[(y * widthPx + right) * 3 + c] as number];
        out[(y * to + x) * 3 + c] = l + share * (r - l);
      }
    }
  }
  return { widthPx: to, heightPx, channels: 3, data: out };
}
