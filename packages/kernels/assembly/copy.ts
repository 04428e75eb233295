/** Copies so many values. @returns where they end */
export function copied(to: usize, from: usize, count: i32): usize {
  const end = to + ((<usize>count) << 2);
  if (count < 4) {
    for (; to < end; to += 4) {
      store<f32>(to, load<f32>(from));
      from += 4;
    }
    return end;
  }
  for (; to + 16 <= end; to += 16) {
    v128.store(to, v128.load(from));
    from += 16;
  }
  // The last four may be some of those before.
  if (to < end) v128.store(end - 16, v128.load(from + (end - to) - 16));
  return end;
}

/** Writes so many zeros. @returns where they end */
export function zeros(to: usize, count: i32): usize {
  const end = to + ((<usize>count) << 2);
  for (; to + 16 <= end; to += 16) v128.store(to, f32x4.splat(0));
  for (; to < end; to += 4) store<f32>(to, 0);
  return end;
}
