/**
 * The largest value in each window, of each channel; what lies beyond the image does not count.
 *
 * @param channels - at least 4
 */
export function maxPool(
  x: usize,
  height: i32,
  width: i32,
  channels: i32,
  kernel: i32,
  stride: i32,
  padTop: i32,
  padLeft: i32,
  outHeight: i32,
  outWidth: i32,
  out: usize,
): void {
  const placeBytes = (<usize>channels) << 2;
  const lineBytes = width * placeBytes;
  for (let line = 0; line < outHeight; line++) {
    const top = line * stride - padTop;
    for (let place = 0; place < outWidth; place++) {
      const left = place * stride - padLeft;
      const from = x + max(0, top) * lineBytes + max(0, left) * placeBytes;
      const lines = min(height, top + kernel) - max(0, top);
      const columns = min(width, left + kernel) - max(0, left);
      onePlace(from, lineBytes, lines, columns, channels, out);
      out += placeBytes;
    }
  }
}

function onePlace(x: usize, lineBytes: usize, lines: i32, columns: i32, channels: i32, out: usize): void {
  const placeBytes = (<usize>channels) << 2;
  for (let next = 0; next < channels; next += 4) {
    // The last channels may be some of those before.
    const offset = (<usize>min(next, channels - 4)) << 2;
    let largest = v128.load(x + offset);
    if (lines === 2 && columns === 2) {
      const below = x + lineBytes + offset;
      const lower = f32x4.max(v128.load(below), v128.load(below + placeBytes));
      v128.store(out + offset, f32x4.max(f32x4.max(largest, v128.load(x + offset + placeBytes)), lower));
      continue;
    }
    for (let line = 0; line < lines; line++) {
      let source = x + line * lineBytes + offset;
      for (let column = 0; column < columns; column++) {
        largest = f32x4.max(largest, v128.load(source));
        source += placeBytes;
      }
    }
    v128.store(out + offset, largest);
  }
}
