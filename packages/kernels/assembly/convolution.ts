import { copied, zeros } from './copy';
import { product, TILE } from './product';

/**
 * Convolution of one image over all channels, as products of the patches that it sees with packed weights.
 *
 * @param patches - room for so many patches as `patchRows`
 * @param added - of the shape of `out`, or 0
 */
export function convolution(
  x: usize,
  height: i32,
  width: i32,
  channels: i32,
  kernel: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
  panels: usize,
  outHeight: i32,
  outWidth: i32,
  filters: i32,
  patches: usize,
  patchRows: i32,
  added: usize,
  out: usize,
): void {
  const places = outHeight * outWidth;
  const depth = kernel * kernel * channels;
  const filterBytes = (<usize>filters) << 2;
  for (let next = 0; next < places; next += patchRows) {
    // Of a few last patches, the tile that they are computed in has some of those before.
    const first = min(next, max(0, places - TILE));
    const rows = min(patchRows, places - first);
    takePatches(x, height, width, channels, kernel, stride, padTop, padLeft, outWidth, first, rows, patches);
    const start = <usize>first * filterBytes;
    product(patches, rows, depth, panels, filters, added ? added + start : 0, out + start);
  }
}

/** Writes so many patches one after the other, from the first, with zeros where they lie beyond the image. */
function takePatches(
  x: usize,
  height: i32,
  width: i32,
  channels: i32,
  kernel: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
  outWidth: i32,
  first: i32,
  rows: i32,
  patch: usize,
): void {
  const placeBytes = (<usize>channels) << 2;
  const lineBytes = width * placeBytes;
  const patchLine = kernel * channels;
  let column = first % outWidth;
  let top = (first / outWidth) * stride - padTop;
  for (; rows > 0; rows--) {
    const left = column * stride - padLeft;
    const isInside = left >= 0 && left + kernel <= width;
    for (let y = top; y < top + kernel; y++) {
      if (y < 0 || y >= height) patch = zeros(patch, patchLine);
      else if (isInside) patch = copied(patch, x + y * lineBytes + left * placeBytes, patchLine);
      else patch = lineOverBorder(patch, x + y * lineBytes, left, kernel, width, channels);
    }
    if (++column === outWidth) {
      column = 0;
      top += stride;
    }
  }
}

/** @returns where it ends */
function lineOverBorder(patch: usize, line: usize, left: i32, kernel: i32, width: i32, channels: i32): usize {
  for (let place = left; place < left + kernel; place++) {
    if (place < 0 || place >= width) patch = zeros(patch, channels);
    else patch = copied(patch, line + ((<usize>(place * channels)) << 2), channels);
  }
  return patch;
}
