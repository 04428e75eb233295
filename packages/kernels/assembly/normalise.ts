/** Bytes to what networks see: (x − 127.5) / divisor, up to rounding. */
export function normalise(bytes: usize, count: i32, divisor: f32, out: usize): void {
  const middle = f32x4.splat(127.5);
  const factor: f32 = 1 / divisor;
  const factors = f32x4.splat(factor);
  let i: i32 = 0;
  for (; i < count - 3; i += 4) {
    const wide = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(bytes + i)));
    v128.store(out + ((<usize>i) << 2), f32x4.mul(f32x4.sub(f32x4.convert_i32x4_u(wide), middle), factors));
  }
  for (; i < count; i++) store<f32>(out + ((<usize>i) << 2), (<f32>load<u8>(bytes + i) - 127.5) * factor);
}
