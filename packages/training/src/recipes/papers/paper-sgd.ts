import type { OptimizerConfig } from '../../learn/optimizers/optimize.ts';

/** What the papers train with; MobiFace and the progressive framework do not say their weight decay. */
export const PAPER_SGD: OptimizerConfig = { kind: 'sgd', momentum: 0.9, weightDecay: 5e-4 };
