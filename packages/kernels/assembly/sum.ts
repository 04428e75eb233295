/** out = a + b, of so many values; `out` may be one of them. */
export function sum(a: usize, b: usize, count: i32, out: usize): void {
  let i: i32 = 0;
  for (; i < count - 3; i += 4) {
    const place = (<usize>i) << 2;
    v128.store(out + place, f32x4.add(v128.load(a + place), v128.load(b + place)));
  }
  for (; i < count; i++) {
    const place = (<usize>i) << 2;
    store<f32>(out + place, load<f32>(a + place) + load<f32>(b + place));
  }
}
