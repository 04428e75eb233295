import type { ParameterSpan } from './trainer/parameter-layout.ts';

export interface OptimizerConfig {
  readonly beta1: number;
  readonly beta2: number;
  /** Decoupled, on kernels only. */
  readonly weightDecay: number;
}

/** First and second moments of the gradient, one for each parameter. */
export interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/**
 * One step of AdamW (Loshchilov and Hutter 2019) on flat arrays, in place. Statistics are skipped.
 *
 * @param step - 1 for the first
 */
export function adamWStep(
  parameters: Float32Array,
  gradients: Float32Array,
  moments: Moments,
  spans: readonly ParameterSpan[],
  { beta1, beta2, weightDecay }: OptimizerConfig,
  rate: number,
  step: number,
): void {
  const { first, second } = moments;
  const correction = Math.sqrt(1 - beta2 ** step) / (1 - beta1 ** step);
  for (const { start, end, treatment } of spans) {
    if (treatment === 'statistic') continue;
    const keep = treatment === 'decayed' ? 1 - rate * weightDecay : 1;
    for (let i = start; i < end; i++) {
      const gradient = gradients[i] as number;
      const m = beta1 * (first[i] as number) + (1 - beta1) * gradient;
      const v = beta2 * (second[i] as number) + (1 - beta2) * gradient * gradient;
      first[i] = m;
      second[i] = v;
      parameters[i] = keep * (parameters[i] as number) - (rate * correction * m) / (Math.sqrt(v) + 1e-8);
    }
  }
}
