import type { HeadChoice } from '../../losses/losses.ts';
import { IDENTITY_BUDGET, IDENTITY_LIMITS, identityRun } from './budget.ts';
import type { Series } from './series.ts';

const HEADS = {
  softmax: { name: 'softmax' },
  CosFace: { name: 'cosface' },
  ArcFace: { name: 'arcface' },
  'combined margin': { name: 'combined' },
  AML: { name: 'aml' },
} as const satisfies Readonly<Record<string, HeadChoice>>;

/** ConvFaceNeXt_PS under one head after the other. */
export const MARGIN_LOSSES: Series = {
  name: 'margin-losses',
  title: 'Margin losses, on one network',
  question: `ConvFaceNeXt_PS learns to tell the labelled people apart under one loss after the other, each with the defaults of [the guide](../losses.md): ${IDENTITY_BUDGET}.`,
  limits: IDENTITY_LIMITS,
  runs: Object.entries(HEADS).map(([label, head]) => ({
    label,
    config: identityRun(`margin-losses-${head.name}`, 'ConvFaceNeXt_PS', { head }),
  })),
};
