/** The channels of each place, then zeros up to so many. */
export function padChannels(x: usize, places: i32, channels: i32, outChannels: i32, out: usize): void {
  const bytes = (<usize>channels) << 2;
  const padding = (<usize>(outChannels - channels)) << 2;
  for (; places > 0; places--) {
    memory.copy(out, x, bytes);
    memory.fill(out + bytes, 0, padding);
    out += bytes + padding;
    x += bytes;
  }
}
