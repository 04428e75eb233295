import type { RgbImage } from 'face-verify';
import type { ComparisonState, SideState } from './comparison.ts';
import { part } from './find.ts';
import { SIDES } from './photograph.ts';

/** Shows side by side what the embedder gets to see: the two faces, straightened to one place and size. */
export function renderComparedFaces(root: HTMLElement, sides: ComparisonState['sides']): void {
  for (const side of SIDES) {
    const image = alignedImageOf(sides[side]);
    const canvas = part(root, `crop-${side}`, HTMLCanvasElement);
    canvas.classList.toggle('vacant', image === undefined);
    if (image === undefined) canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
    else drawPixels(canvas, image);
  }
}

function alignedImageOf(state: SideState): RgbImage | undefined {
  return state.status === 'captured' && state.capture.outcome === 'captured' ? state.capture.aligned.image : undefined;
}

/** One canvas pixel for each of the image's; enlarging is left to CSS, which keeps the pixels visible. */
function drawPixels(canvas: HTMLCanvasElement, { widthPx, heightPx, data }: RgbImage): void {
  canvas.width = widthPx;
  canvas.height = heightPx;
  const rgba = new ImageData(widthPx, heightPx);
  rgba.data.fill(255);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel++) {
    rgba.data.set(data.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
  }
  canvas.getContext('2d')?.putImageData(rgba, 0, 0);
}
