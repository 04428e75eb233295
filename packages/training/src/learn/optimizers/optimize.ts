import { type AdamWConfig, adamW } from './adamw.ts';
import { type MuonConfig, muon } from './muon.ts';
import type { Optimizer } from './optimizer.ts';
import { type SgdConfig, sgd } from './sgd.ts';

export type OptimizerConfig = AdamWConfig | MuonConfig | SgdConfig;

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
