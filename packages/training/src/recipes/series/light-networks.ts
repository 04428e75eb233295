import { IDENTITY_BUDGET, IDENTITY_LIMITS, identityRun } from './budget.ts';
import { MARGIN_LOSSES } from './margin-losses.ts';
import type { Series, SeriesRun } from './series.ts';

const ON_ARC_FACE = 'margin-losses-arcface';

/** The same run as in the other series. */
const PS: readonly SeriesRun[] = MARGIN_LOSSES.runs
  .filter(({ config }) => config.name === ON_ARC_FACE)
  .map(({ config }) => ({ label: 'ConvFaceNeXt_PS', config }));

/** Light networks under ArcFace. */
export const LIGHT_NETWORKS: Series = {
  name: 'light-networks',
  title: 'Light networks, under one loss',
  question: `The variants of ConvFaceNeXt and MobileFaceNet learn to tell the labelled people apart under ArcFace: ${IDENTITY_BUDGET}.`,
  limits: IDENTITY_LIMITS,
  runs: [
    ...PS,
    ...['ConvFaceNeXt_PE', 'ConvFaceNeXt_TS', 'ConvFaceNeXt_TE', 'MobileFaceNet'].map((network) => ({
      label: network,
      config: identityRun(`light-networks-${network.toLowerCase()}`, network, { head: { name: 'arcface' } }),
    })),
  ],
};
