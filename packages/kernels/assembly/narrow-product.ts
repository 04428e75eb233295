import { multiplyAdd } from './arithmetic';

/**
 * Matrix product for a few columns: each is a row of weights, with its bias and its slope before it.
 */
export function narrowProduct(a: usize, rows: i32, depth: i32, weights: usize, columns: i32, out: usize): void {
  const depthBytes = (<usize>depth) << 2;
  for (; rows > 0; rows--) {
    let row = weights;
    for (let column = 0; column < columns; column++) {
      const sum = load<f32>(row) + dot(a, row + 8, depth);
      store<f32>(out, max<f32>(sum, 0) + load<f32>(row, 4) * min<f32>(sum, 0));
      out += 4;
      row += depthBytes + 8;
    }
    a += depthBytes;
  }
}

function dot(a: usize, b: usize, length: i32): f32 {
  let sum0 = f32x4.splat(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  for (; length > 15; length -= 16) {
    sum0 = multiplyAdd(v128.load(a), v128.load(b), sum0);
    sum1 = multiplyAdd(v128.load(a, 16), v128.load(b, 16), sum1);
    sum2 = multiplyAdd(v128.load(a, 32), v128.load(b, 32), sum2);
    sum3 = multiplyAdd(v128.load(a, 48), v128.load(b, 48), sum3);
    a += 64;
    b += 64;
  }
  const lanes = f32x4.add(f32x4.add(sum0, sum1), f32x4.add(sum2, sum3));
  let sum =
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    f32x4.extract_lane(lanes, 2) +
    f32x4.extract_lane(lanes, 3);
  for (; length > 0; length--) {
    sum += load<f32>(a) * load<f32>(b);
    a += 4;
    b += 4;
  }
  return sum;
}
