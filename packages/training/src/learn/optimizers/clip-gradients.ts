import type { ParameterSpan } from '../trainer/parameter-layout.ts';

/** Shortens all gradients together, in place, where their common norm is above the limit. Statistics do not count. */
export function clipGradients(gradients: Float32Array, spans: readonly ParameterSpan[], limit: number): void {
  const learned = spans
    .filter(({ treatment }) => treatment !== 'statistic')
    .map(({ start, end }) => gradients.subarray(start, end));
  let squares = 0;
  for (const part of learned) for (const value of part) squares += value * value;
  const factor = limit / Math.sqrt(squares);
  if (factor >= 1) return;
  for (const part of learned) {
    for (let i = 0; i < part.length; i++) part[i] = factor * (part[i] as number);
  }
}
