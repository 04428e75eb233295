/**
 * Standard deviation of a kernel's first values: He et al. 2015, with the gain of a PReLU at 0.25.
 *
 * @param fanIn - how many values one output sums
 */
export function kernelDeviation(fanIn: number): number {
  return Math.sqrt(2 / ((1 + 0.25 ** 2) * fanIn));
}
