import { multiplyAdd, withSlope } from './arithmetic';

/** Columns of one panel of packed weights, see `packPanels`. */
const PANEL: i32 = 8;
/** Bytes of a panel's bias, and of its slopes. */
const PANEL_ROW: usize = 32;
/** Rows of a tile. With 8 columns its sums and what they are made of just fit into the 16 registers of x64. */
export const TILE: i32 = 4;
/** Rows of a tile where a multiply-add takes no register of its own. */
const HIGH_TILE: i32 = 6;

/**
 * Matrix product: rows of `a`, one after the other, with packed weights.
 *
 * @param columns - at least 8. The last panel has the last 8, so that some may be computed twice
 * @param added - of the shape of `out`, or 0
 */
export function product(a: usize, rows: i32, depth: i32, panels: usize, columns: i32, added: usize, out: usize): void {
  const rowBytes = (<usize>columns) << 2;
  const panelBytes = ((<usize>depth + 2) * PANEL) << 2;
  const depthBytes = (<usize>depth) << 2;
  for (let column = 0; column < columns; column += PANEL) {
    const offset = (<usize>min(column, columns - PANEL)) << 2;
    if (rows < TILE) {
      for (let row = 0; row < rows; row++) {
        const place = row * rowBytes + offset;
        oneRow(a + row * depthBytes, depth, panels, added ? added + place : 0, out + place);
      }
    } else {
      let next = 0;
      if (ASC_FEATURE_RELAXED_SIMD) {
        for (; next + HIGH_TILE <= rows; next += HIGH_TILE) {
          const place = <usize>next * rowBytes + offset;
          sixRows(a + <usize>next * depthBytes, depth, panels, rowBytes, added ? added + place : 0, out + place);
        }
      }
      for (; next < rows; next += TILE) {
        // The last tile may have rows of the one before.
        const row = <usize>min(next, rows - TILE);
        const place = row * rowBytes + offset;
        fourRows(a + row * depthBytes, depth, panels, rowBytes, added ? added + place : 0, out + place);
      }
    }
    panels += panelBytes;
  }
}

/**
 * A tile of 4 rows and 8 columns. Not unrolled: engines load everything that a turn of the loop reads before they compute,
 * and would run out of registers.
 */
function fourRows(a: usize, depth: i32, panel: usize, rowBytes: usize, added: usize, out: usize): void {
  const depthBytes = (<usize>depth) << 2;
  let a0 = a;
  let a1 = a0 + depthBytes;
  let a2 = a1 + depthBytes;
  let a3 = a2 + depthBytes;
  let sum00 = v128.load(panel);
  let sum01 = v128.load(panel, 16);
  let sum10 = sum00;
  let sum11 = sum01;
  let sum20 = sum00;
  let sum21 = sum01;
  let sum30 = sum00;
  let sum31 = sum01;
  let weights = panel + 2 * PANEL_ROW;
  for (let k = depth; k > 0; k--) {
    const left = v128.load(weights);
    const right = v128.load(weights, 16);
    const x0 = v128.load32_splat(a0);
    sum00 = multiplyAdd(x0, left, sum00);
    sum01 = multiplyAdd(x0, right, sum01);
    const x1 = v128.load32_splat(a1);
    sum10 = multiplyAdd(x1, left, sum10);
    sum11 = multiplyAdd(x1, right, sum11);
    const x2 = v128.load32_splat(a2);
    sum20 = multiplyAdd(x2, left, sum20);
    sum21 = multiplyAdd(x2, right, sum21);
    const x3 = v128.load32_splat(a3);
    sum30 = multiplyAdd(x3, left, sum30);
    sum31 = multiplyAdd(x3, right, sum31);
    a0 += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    weights += 32;
  }
  const slopes = panel + PANEL_ROW;
  finish(sum00, sum01, slopes, added, out);
  finish(sum10, sum11, slopes, added ? added + rowBytes : 0, out + rowBytes);
  finish(sum20, sum21, slopes, added ? added + 2 * rowBytes : 0, out + 2 * rowBytes);
  finish(sum30, sum31, slopes, added ? added + 3 * rowBytes : 0, out + 3 * rowBytes);
}

/** A tile of 6 rows and 8 columns, as {@link fourRows}. */
function sixRows(a: usize, depth: i32, panel: usize, rowBytes: usize, added: usize, out: usize): void {
  const depthBytes = (<usize>depth) << 2;
  let a0 = a;
  let a1 = a0 + depthBytes;
  let a2 = a1 + depthBytes;
  let a3 = a2 + depthBytes;
  let a4 = a3 + depthBytes;
  let a5 = a4 + depthBytes;
  let sum00 = v128.load(panel);
  let sum01 = v128.load(panel, 16);
  let sum10 = sum00;
  let sum11 = sum01;
  let sum20 = sum00;
  let sum21 = sum01;
  let sum30 = sum00;
  let sum31 = sum01;
  let sum40 = sum00;
  let sum41 = sum01;
  let sum50 = sum00;
  let sum51 = sum01;
  let weights = panel + 2 * PANEL_ROW;
  for (let k = depth; k > 0; k--) {
    const left = v128.load(weights);
    const right = v128.load(weights, 16);
    const x0 = v128.load32_splat(a0);
    sum00 = multiplyAdd(x0, left, sum00);
    sum01 = multiplyAdd(x0, right, sum01);
    const x1 = v128.load32_splat(a1);
    sum10 = multiplyAdd(x1, left, sum10);
    sum11 = multiplyAdd(x1, right, sum11);
    const x2 = v128.load32_splat(a2);
    sum20 = multiplyAdd(x2, left, sum20);
    sum21 = multiplyAdd(x2, right, sum21);
    const x3 = v128.load32_splat(a3);
    sum30 = multiplyAdd(x3, left, sum30);
    sum31 = multiplyAdd(x3, right, sum31);
    const x4 = v128.load32_splat(a4);
    sum40 = multiplyAdd(x4, left, sum40);
    sum41 = multiplyAdd(x4, right, sum41);
    const x5 = v128.load32_splat(a5);
    sum50 = multiplyAdd(x5, left, sum50);
    sum51 = multiplyAdd(x5, right, sum51);
    a0 += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    a4 += 4;
    a5 += 4;
    weights += 32;
  }
  const slopes = panel + PANEL_ROW;
  finish(sum00, sum01, slopes, added, out);
  finish(sum10, sum11, slopes, added ? added + 1 * rowBytes : 0, out + 1 * rowBytes);
  finish(sum20, sum21, slopes, added ? added + 2 * rowBytes : 0, out + 2 * rowBytes);
  finish(sum30, sum31, slopes, added ? added + 3 * rowBytes : 0, out + 3 * rowBytes);
  finish(sum40, sum41, slopes, added ? added + 4 * rowBytes : 0, out + 4 * rowBytes);
  finish(sum50, sum51, slopes, added ? added + 5 * rowBytes : 0, out + 5 * rowBytes);
}

/** One row, in four sums that do not wait for each other. */
function oneRow(a: usize, depth: i32, panel: usize, added: usize, out: usize): void {
  let even0 = v128.load(panel);
  let even1 = v128.load(panel, 16);
  let odd0 = f32x4.splat(0);
  let odd1 = f32x4.splat(0);
  let weights = panel + 2 * PANEL_ROW;
  let k = depth;
  for (; k > 1; k -= 2) {
    const x0 = v128.load32_splat(a);
    const x1 = v128.load32_splat(a, 4);
    even0 = multiplyAdd(x0, v128.load(weights), even0);
    even1 = multiplyAdd(x0, v128.load(weights, 16), even1);
    odd0 = multiplyAdd(x1, v128.load(weights, 32), odd0);
    odd1 = multiplyAdd(x1, v128.load(weights, 48), odd1);
    a += 8;
    weights += 64;
  }
  if (k > 0) {
    const x = v128.load32_splat(a);
    even0 = multiplyAdd(x, v128.load(weights), even0);
    even1 = multiplyAdd(x, v128.load(weights, 16), even1);
  }
  finish(f32x4.add(even0, odd0), f32x4.add(even1, odd1), panel + PANEL_ROW, added, out);
}

function finish(left: v128, right: v128, slopes: usize, added: usize, out: usize): void {
  if (added) {
    left = f32x4.add(left, v128.load(added));
    right = f32x4.add(right, v128.load(added, 16));
  }
  v128.store(out, withSlope(left, v128.load(slopes)));
  v128.store(out, withSlope(right, v128.load(slopes, 16)), 16);
}
