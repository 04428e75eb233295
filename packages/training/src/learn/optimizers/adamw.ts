import type { Optimizer } from './optimizer.ts';

export interface AdamWConfig {
  readonly kind: 'adamw';
  readonly beta1: number;
  readonly beta2: number;
  /** Decoupled, on kernels only. */
  readonly weightDecay: number;
}

/** AdamW (Loshchilov and Hutter 2019). */
export const adamW: Optimizer<Omit<AdamWConfig, 'kind'>> = (
  { parameters, gradients, moments: { first, second } },
  spans,
  { beta1, beta2, weightDecay },
  rate,
  step,
) => {
  const correction = Math.sqrt(1 - beta2 ** step) / (1 - beta1 ** step);
  for (const { start, end, treatment } of spans) {
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
};
