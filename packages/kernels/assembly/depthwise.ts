import { multiplyAdd, withSlope } from './arithmetic';

/**
 * One filter for each channel, over one image.
 *
 * @param channels - at least 4
 * @param weights - bias, slopes and kernel of all channels: (2 + k²) × channels
 */
export function depthwise(
  x: usize,
  height: i32,
  width: i32,
  channels: i32,
  kernel: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
  weights: usize,
  outHeight: i32,
  outWidth: i32,
  out: usize,
): void {
  const placeBytes = (<usize>channels) << 2;
  const lineBytes = width * placeBytes;
  const taps = weights + 2 * placeBytes;
  const isThree = kernel === 3 && stride <= 2 && outWidth >= 4;
  for (let line = 0; line < outHeight; line++) {
    const top = line * stride - padTop;
    const from = max(0, -top);
    const lines = max(0, min(kernel, height - top) - from);
    const source = x + (top + from) * lineBytes;
    const tap = taps + from * kernel * placeBytes;
    const target = out + line * outWidth * placeBytes;
    let place = 0;
    while (place < outWidth) {
      const rest = outWidth - place;
      if (isThree) {
        const isSix = stride === 1 && (rest === 6 || rest > 8);
        // The last four may be some of those before.
        if (!isSix) place = min(place, outWidth - 4);
        const left = place * stride - padLeft;
        const columns = isSix ? 8 : stride === 1 ? 6 : 9;
        const window = source + left * placeBytes;
        const hasLeft = left >= 0;
        const hasRight = left + columns <= width;
        const to = target + place * placeBytes;
        if (isSix) sixPlaces(window, lineBytes, lines, hasLeft, hasRight, channels, tap, weights, to);
        else if (stride === 1) fourPlaces(window, lineBytes, lines, hasLeft, hasRight, channels, tap, weights, to);
        else fourPlacesBySteps(window, lineBytes, lines, hasLeft, hasRight, channels, tap, weights, to);
        place += isSix ? 6 : 4;
      } else {
        const left = place * stride - padLeft;
        const before = max(0, -left);
        const columns = max(0, min(kernel, width - left) - before);
        const window = source + (left + before) * placeBytes;
        onePlace(
          window,
          lineBytes,
          lines,
          columns,
          channels,
          tap + before * placeBytes,
          kernel,
          weights,
          target + place * placeBytes,
        );
        place++;
      }
    }
  }
}

/** Any window, cut off by the borders of the image to so many lines and columns. */
function onePlace(
  x: usize,
  lineBytes: usize,
  lines: i32,
  columns: i32,
  channels: i32,
  taps: usize,
  kernel: i32,
  weights: usize,
  out: usize,
): void {
  const placeBytes = (<usize>channels) << 2;
  for (let next = 0; next < channels; next += 4) {
    // The last channels may be some of those before.
    const offset = (<usize>min(next, channels - 4)) << 2;
    let sum = v128.load(weights + offset);
    for (let line = 0; line < lines; line++) {
      let source = x + line * lineBytes + offset;
      let tap = taps + line * kernel * placeBytes + offset;
      for (let column = 0; column < columns; column++) {
        sum = multiplyAdd(v128.load(source), v128.load(tap), sum);
        source += placeBytes;
        tap += placeBytes;
      }
    }
    v128.store(out + offset, withSlope(sum, v128.load(weights + placeBytes + offset)));
  }
}

/**
 * Four neighbours of a 3×3 filter, whose windows share most of what they see.
 *
 * @param hasLeft - whether the image has the first of the columns that they see; beyond it are zeros
 * @param hasRight - whether it has the last
 */
function fourPlaces(
  x: usize,
  lineBytes: usize,
  lines: i32,
  hasLeft: bool,
  hasRight: bool,
  channels: i32,
  taps: usize,
  weights: usize,
  out: usize,
): void {
  const placeBytes = (<usize>channels) << 2;
  for (let next = 0; next < channels; next += 4) {
    const offset = (<usize>min(next, channels - 4)) << 2;
    let sum0 = v128.load(weights + offset);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    let source = x + offset;
    let tap = taps + offset;
    for (let line = 0; line < lines; line++) {
      const tap0 = v128.load(tap);
      const tap1 = v128.load(tap + placeBytes);
      const tap2 = v128.load(tap + 2 * placeBytes);
      const x0 = hasLeft ? v128.load(source) : f32x4.splat(0);
      sum0 = multiplyAdd(x0, tap0, sum0);
      const x1 = v128.load(source + placeBytes);
      sum0 = multiplyAdd(x1, tap1, sum0);
      sum1 = multiplyAdd(x1, tap0, sum1);
      const x2 = v128.load(source + 2 * placeBytes);
      sum0 = multiplyAdd(x2, tap2, sum0);
      sum1 = multiplyAdd(x2, tap1, sum1);
      sum2 = multiplyAdd(x2, tap0, sum2);
      const x3 = v128.load(source + 3 * placeBytes);
      sum1 = multiplyAdd(x3, tap2, sum1);
      sum2 = multiplyAdd(x3, tap1, sum2);
      sum3 = multiplyAdd(x3, tap0, sum3);
      const x4 = v128.load(source + 4 * placeBytes);
      sum2 = multiplyAdd(x4, tap2, sum2);
      sum3 = multiplyAdd(x4, tap1, sum3);
      const x5 = hasRight ? v128.load(source + 5 * placeBytes) : f32x4.splat(0);
      sum3 = multiplyAdd(x5, tap2, sum3);
      source += lineBytes;
      tap += 3 * placeBytes;
    }
    const slope = v128.load(weights + placeBytes + offset);
    const target = out + offset;
    v128.store(target, withSlope(sum0, slope));
    v128.store(target + placeBytes, withSlope(sum1, slope));
    v128.store(target + 2 * placeBytes, withSlope(sum2, slope));
    v128.store(target + 3 * placeBytes, withSlope(sum3, slope));
  }
}

/** Six neighbours, as {@link fourPlaces}. */
function sixPlaces(
  x: usize,
  lineBytes: usize,
  lines: i32,
  hasLeft: bool,
  hasRight: bool,
  channels: i32,
  taps: usize,
  weights: usize,
  out: usize,
): void {
  const placeBytes = (<usize>channels) << 2;
  for (let next = 0; next < channels; next += 4) {
    const offset = (<usize>min(next, channels - 4)) << 2;
    let sum0 = v128.load(weights + offset);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    let sum4 = sum0;
    let sum5 = sum0;
    let source = x + offset;
    let tap = taps + offset;
    for (let line = 0; line < lines; line++) {
      const tap0 = v128.load(tap);
      const tap1 = v128.load(tap + placeBytes);
      const tap2 = v128.load(tap + 2 * placeBytes);
      const x0 = hasLeft ? v128.load(source) : f32x4.splat(0);
      sum0 = multiplyAdd(x0, tap0, sum0);
      const x1 = v128.load(source + 1 * placeBytes);
      sum0 = multiplyAdd(x1, tap1, sum0);
      sum1 = multiplyAdd(x1, tap0, sum1);
      const x2 = v128.load(source + 2 * placeBytes);
      sum0 = multiplyAdd(x2, tap2, sum0);
      sum1 = multiplyAdd(x2, tap1, sum1);
      sum2 = multiplyAdd(x2, tap0, sum2);
      const x3 = v128.load(source + 3 * placeBytes);
      sum1 = multiplyAdd(x3, tap2, sum1);
      sum2 = multiplyAdd(x3, tap1, sum2);
      sum3 = multiplyAdd(x3, tap0, sum3);
      const x4 = v128.load(source + 4 * placeBytes);
      sum2 = multiplyAdd(x4, tap2, sum2);
      sum3 = multiplyAdd(x4, tap1, sum3);
      sum4 = multiplyAdd(x4, tap0, sum4);
      const x5 = v128.load(source + 5 * placeBytes);
      sum3 = multiplyAdd(x5, tap2, sum3);
      sum4 = multiplyAdd(x5, tap1, sum4);
      sum5 = multiplyAdd(x5, tap0, sum5);
      const x6 = v128.load(source + 6 * placeBytes);
      sum4 = multiplyAdd(x6, tap2, sum4);
      sum5 = multiplyAdd(x6, tap1, sum5);
      const x7 = hasRight ? v128.load(source + 7 * placeBytes) : f32x4.splat(0);
      sum5 = multiplyAdd(x7, tap2, sum5);
      source += lineBytes;
      tap += 3 * placeBytes;
    }
    const slope = v128.load(weights + placeBytes + offset);
    const target = out + offset;
    v128.store(target, withSlope(sum0, slope));
    v128.store(target + 1 * placeBytes, withSlope(sum1, slope));
    v128.store(target + 2 * placeBytes, withSlope(sum2, slope));
    v128.store(target + 3 * placeBytes, withSlope(sum3, slope));
    v128.store(target + 4 * placeBytes, withSlope(sum4, slope));
    v128.store(target + 5 * placeBytes, withSlope(sum5, slope));
  }
}

/** Four neighbours of a 3×3 filter that takes steps of two, as {@link fourPlaces}. */
function fourPlacesBySteps(
  x: usize,
  lineBytes: usize,
  lines: i32,
  hasLeft: bool,
  hasRight: bool,
  channels: i32,
  taps: usize,
  weights: usize,
  out: usize,
): void {
  const placeBytes = (<usize>channels) << 2;
  for (let next = 0; next < channels; next += 4) {
    const offset = (<usize>min(next, channels - 4)) << 2;
    let sum0 = v128.load(weights + offset);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    let source = x + offset;
    let tap = taps + offset;
    for (let line = 0; line < lines; line++) {
      const tap0 = v128.load(tap);
      const tap1 = v128.load(tap + placeBytes);
      const tap2 = v128.load(tap + 2 * placeBytes);
      const x0 = hasLeft ? v128.load(source) : f32x4.splat(0);
      sum0 = multiplyAdd(x0, tap0, sum0);
      sum0 = multiplyAdd(v128.load(source + placeBytes), tap1, sum0);
      const x2 = v128.load(source + 2 * placeBytes);
      sum0 = multiplyAdd(x2, tap2, sum0);
      sum1 = multiplyAdd(x2, tap0, sum1);
      sum1 = multiplyAdd(v128.load(source + 3 * placeBytes), tap1, sum1);
      const x4 = v128.load(source + 4 * placeBytes);
      sum1 = multiplyAdd(x4, tap2, sum1);
      sum2 = multiplyAdd(x4, tap0, sum2);
      sum2 = multiplyAdd(v128.load(source + 5 * placeBytes), tap1, sum2);
      const x6 = v128.load(source + 6 * placeBytes);
      sum2 = multiplyAdd(x6, tap2, sum2);
      sum3 = multiplyAdd(x6, tap0, sum3);
      sum3 = multiplyAdd(v128.load(source + 7 * placeBytes), tap1, sum3);
      const x8 = hasRight ? v128.load(source + 8 * placeBytes) : f32x4.splat(0);
      sum3 = multiplyAdd(x8, tap2, sum3);
      source += lineBytes;
      tap += 3 * placeBytes;
    }
    const slope = v128.load(weights + placeBytes + offset);
    const target = out + offset;
    v128.store(target, withSlope(sum0, slope));
    v128.store(target + placeBytes, withSlope(sum1, slope));
    v128.store(target + 2 * placeBytes, withSlope(sum2, slope));
    v128.store(target + 3 * placeBytes, withSlope(sum3, slope));
  }
}
