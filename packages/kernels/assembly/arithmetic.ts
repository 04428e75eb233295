/** a · b + c: where the engine has relaxed SIMD, in one step that rounds once. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(c, f32x4.mul(a, b));
}

/** What follows a sum, by a slope for negative values: 1 for nothing, 0 for a ReLU. What is no number stays so. */
export function withSlope(x: v128, slope: v128): v128 {
  const zero = f32x4.splat(0);
  return f32x4.add(f32x4.pmax(x, zero), f32x4.mul(slope, f32x4.pmin(x, zero)));
}
