/**
 * Of `length` numbers of `p` from `pAt` on with as many of `q` from `qAt` on. Four sums at once, since each addition
 * waits for the one before it; always in the same order, so that the same numbers give the same bits.
 */
export function dotProduct(p: Float32Array, pAt: number, q: Float32Array, qAt: number, length: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const rest = length & 3;
  const end = pAt + length - rest;
  let i = pAt;
  let j = qAt;
  for (; i < end; i += 4, j += 4) {
    a += (p[i] as number) * (q[j] as number);
    b += (p[i + 1] as number) * (q[j + 1] as number);
    c += (p[i + 2] as number) * (q[j + 2] as number);
    d += (p[i + 3] as number) * (q[j + 3] as number);
  }
  for (const last = end + rest; i < last; i++, j++) a += (p[i] as number) * (q[j] as number);
  return a + b + (c + d);
}
