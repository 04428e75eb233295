import type { ParameterSpan } from '../trainer/parameter-layout.ts';
import { type AdamWConfig, adamW } from './adamw.ts';
import { type MuonConfig, muon } from './muon.ts';
import { type SgdConfig, sgd } from './sgd.ts';

export type OptimizerConfig = AdamWConfig | MuonConfig | SgdConfig;

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

const OPTIMIZERS: { readonly [Kind in OptimizerConfig['kind']]: Optimizer<Extract<OptimizerConfig, { kind: Kind }>> } =
  {
    adamw: adamW,
    muon,
    sgd,
  };

/** One step on all that is learned; statistics are left alone. */
export const optimize: Optimizer<OptimizerConfig> = async (state, spans, config, rate, step) => {
  const move = OPTIMIZERS[config.kind] as Optimizer<OptimizerConfig>;
  const learned = spans.filter(({ treatment }) => treatment !== 'statistic');
  await move(state, learned, config, rate, step);
};
