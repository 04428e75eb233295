import { copied, zeros } from './copy';

/** The channels of each place, then zeros up to so many. */
export function padChannels(x: usize, places: i32, channels: i32, outChannels: i32, out: usize): void {
  const bytes = (<usize>channels) << 2;
  for (; places > 0; places--) {
    out = zeros(copied(out, x, channels), outChannels - channels);
    x += bytes;
  }
}
