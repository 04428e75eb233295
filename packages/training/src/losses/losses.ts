import { DISTILLATIONS } from './distillation/distillations.ts';
import { ADA_COS } from './heads/ada-cos.ts';
import { ADA_FACE } from './heads/ada-face.ts';
import { AML } from './heads/aml.ts';
import { ARC_FACE } from './heads/arc-face.ts';
import { COMBINED } from './heads/combined.ts';
import { COS_FACE } from './heads/cos-face.ts';
import { CURRICULAR_FACE } from './heads/curricular-face.ts';
import { MV_SOFTMAX } from './heads/mv-softmax.ts';
import { SOFTMAX } from './heads/softmax.ts';
import { SPHERE_FACE } from './heads/sphere-face.ts';
import { SV_SOFTMAX } from './heads/sv-softmax.ts';
import { SVGS } from './heads/svgs.ts';
import type { LossChoice, LossTable } from './loss-definition.ts';
import { INTER_CLASS } from './terms/inter-class.ts';
import { INTRA_CLASS } from './terms/intra-class.ts';
import { SEMI_HARD_TRIPLET } from './terms/semi-hard-triplet.ts';
import { CLASS_BALANCED } from './weightings/class-balanced.ts';
import { SEMI_HARD_WEIGHTING } from './weightings/semi-hard-weighting.ts';

/** Every loss by the name that configs use, and what it does. The guide and the tests go through the same table. */
export const LOSSES = {
  /** Turn cosines into logits for the cross-entropy. */
  heads: {
    softmax: SOFTMAX,
    sphereface: SPHERE_FACE,
    cosface: COS_FACE,
    arcface: ARC_FACE,
    combined: COMBINED,
    'sv-softmax': SV_SOFTMAX,
    svgs: SVGS,
    'mv-softmax': MV_SOFTMAX,
    curricularface: CURRICULAR_FACE,
    adacos: ADA_COS,
    adaface: ADA_FACE,
    aml: AML,
  },
  /** Say how much each picture counts in the cross-entropy. */
  weightings: { 'class-balanced': CLASS_BALANCED, 'semi-hard': SEMI_HARD_WEIGHTING },
  /** Are added to the cross-entropy. */
  terms: { intra: INTRA_CLASS, inter: INTER_CLASS, 'semi-hard-triplet': SEMI_HARD_TRIPLET },
  /** Are added too, and compare with a teacher. */
  distillations: DISTILLATIONS,
} as const;

export type HeadChoice = LossChoice<typeof LOSSES.heads>;
export type WeightingChoice = LossChoice<typeof LOSSES.weightings>;
export type TermChoice = LossChoice<typeof LOSSES.terms>;
export type DistillationChoice = LossChoice<typeof LOSSES.distillations>;

/**
 * Builds a loss of the table, with the defaults where the choice says nothing.
 *
 * @param classes - how many pictures each class has
 */
export function buildLoss<Table extends LossTable>(
  table: Table,
  { name, ...options }: LossChoice<Table>,
  classes: readonly number[],
): ReturnType<Table[keyof Table]['build']> {
  const definition = table[name] as Table[keyof Table];
  return definition.build({ ...definition.defaults, ...options }, classes) as ReturnType<Table[keyof Table]['build']>;
}
