import type { RunConfig } from '../learn/trainer/run-config.ts';

/** What the runs have in common. */
export const BASE = {
  optimizer: { kind: 'muon', momentum: 0.95, beta1: 0.9, beta2: 0.999, weightDecay: 0.01 },
  averageDecay: 0.999,
  validateEveryPictures: 16_000,
} as const satisfies Partial<RunConfig>;
