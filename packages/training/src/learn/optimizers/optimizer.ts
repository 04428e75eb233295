import type { ParameterSpan } from '../trainer/parameter-layout.ts';

/** First and second moments of the gradient, one for each parameter; what an optimizer does not need stays 0. */
export interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** What one step works on; all arrays are flat and laid out by the spans. Changed in place. */
export interface OptimizerState {
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
  readonly moments: Moments;
}

/**
 * Moves the parameters of the spans by one step.
 *
 * @param rate - learning rate
 * @param step - 1 for the first
 */
export type Optimizer<Config> = (
  state: OptimizerState,
  spans: readonly ParameterSpan[],
  config: Config,
  rate: number,
  step: number,
) => void | Promise<void>;
