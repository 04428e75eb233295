import { DISTILLATION } from './distillation.ts';
import { LIGHT_NETWORKS } from './light-networks.ts';
import { MARGIN_LOSSES } from './margin-losses.ts';
import { PROGRESSIVE_FULL, PROGRESSIVE_SMALL } from './progressive.ts';
import type { Series } from './series.ts';

/** Every series, by name. */
export const SERIES: ReadonlyMap<string, Series> = new Map(
  [DISTILLATION, MARGIN_LOSSES, LIGHT_NETWORKS, PROGRESSIVE_SMALL, PROGRESSIVE_FULL].map((series) => [
    series.name,
    series,
  ]),
);
