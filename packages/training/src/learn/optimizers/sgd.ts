import type { Optimizer } from './optimizer.ts';

export interface SgdConfig {
  readonly kind: 'sgd';
  readonly momentum: number;
  /** Added to the gradient, on kernels only. */
  readonly weightDecay: number;
}

/** Stochastic gradient descent with momentum, as all five papers train. */
export const sgd: Optimizer<SgdConfig> = (
  { parameters, gradients, moments: { first } },
  spans,
  { momentum, weightDecay },
  rate,
) => {
  for (const { start, end, treatment } of spans) {
    const decay = treatment === 'decayed' ? weightDecay : 0;
    for (let i = start; i < end; i++) {
      const value = parameters[i] as number;
      const velocity = momentum * (first[i] as number) + (gradients[i] as number) + decay * value;
      first[i] = velocity;
      parameters[i] = value - rate * velocity;
    }
  }
};
