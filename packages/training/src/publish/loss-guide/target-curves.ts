import * as tf from '@tensorflow/tfjs-core';
import { identityBatch } from '../../losses/identity-batch.ts';
import { buildLoss, type HeadChoice, LOSSES } from '../../losses/losses.ts';

/** One line of the picture: a head, and what it is to have seen before. */
interface Curve {
  readonly label: string;
  readonly head: HeadChoice;
  /** Length of the embedding; default 1. */
  readonly norm?: number;
  readonly statistics?: Readonly<Record<string, number>>;
  readonly fromDegrees?: number;
}

/** Norms that AdaFace takes for a poor, a middling and a good picture: z is −1, 0 and 1. */
const NORMS = { 'adaface/mean': 20, 'adaface/deviation': 1 };

/** Every margin loss with its defaults; those whose target is the same share a line. */
const CURVES: readonly Curve[] = [
  { label: 'cos θ: SV-softmax, AdaCos', head: { name: 'sv-softmax', scale: 1 } },
  { label: 'SphereFace, λ = 5', head: { name: 'sphereface' }, statistics: { 'sphereface/step': 1e5 } },
  { label: 'CosFace, MV additive', head: { name: 'cosface', scale: 1 } },
  { label: 'ArcFace, MV angular, CurricularFace', head: { name: 'arcface', scale: 1 } },
  {
    label: 'ArcFace, reflected guard',
    head: { name: 'arcface', scale: 1, guard: 'reflected' },
    fromDegrees: 180 * (1 - 0.5 / Math.PI),
  },
  { label: 'Combined, SVGS', head: { name: 'combined', scale: 1 } },
  { label: 'AdaFace, poor picture', head: { name: 'adaface', scale: 1 }, norm: 1, statistics: NORMS },
  { label: 'AdaFace, middling picture', head: { name: 'adaface', scale: 1 }, norm: 20, statistics: NORMS },
  { label: 'AdaFace, good picture', head: { name: 'adaface', scale: 1 }, norm: 99, statistics: NORMS },
  { label: 'AML, paper', head: { name: 'aml' } },
  { label: 'AML, repo', head: { name: 'aml', variant: 'repo' } },
];

/** Classes of the drawn case, all but the target's at right angles to everything. */
const CLASSES = [1, 1, 1];
const STEP_DEGREES = 1;

export interface CurvePoint {
  readonly label: string;
  readonly degrees: number;
  /** Logit of the target, without the scale. */
  readonly logit: number;
}

/** What each head really computes for one embedding at each angle from its class. */
export function targetCurves(): readonly CurvePoint[] {
  return CURVES.flatMap(({ label, head: choice, norm = 1, statistics = {}, fromDegrees = 0 }) => {
    const head = buildLoss(LOSSES.heads, choice, CLASSES);
    for (const { name, variable } of head.parameters) variable.assign(tf.scalar(statistics[name] ?? 0));
    const scale = choice.name === 'aml' ? Math.log(CLASSES.length) * Math.exp(Math.SQRT2) : 1;
    const angles = Array.from({ length: 180 / STEP_DEGREES + 1 }, (_, i) => i * STEP_DEGREES);
    return angles
      .filter((degrees) => degrees >= fromDegrees)
      .map((degrees) => {
        const angle = (degrees * Math.PI) / 180;
        const embedding = [Math.cos(angle) * norm, Math.sin(angle) * norm, 0, 0];
        const weights = tf.tensor2d([
          [1, 0, 0],
          [0, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ]);
        const logits = tf.tidy(() => head.logits(identityBatch(tf.tensor2d([embedding]), weights, [0])).dataSync());
        return { label, degrees, logit: (logits[0] as number) / scale };
      });
  });
}
