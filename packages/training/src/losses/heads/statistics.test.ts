import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { CLASSES, drawIdentities, LABELS } from '../../testing/drawn-identities.ts';
import { identityBatch } from '../identity-batch.ts';
import { buildLoss, type HeadChoice, LOSSES } from '../losses.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

const build = (head: HeadChoice) => buildLoss(LOSSES.heads, head, CLASSES);
const batch = (seed: number) => {
  const { embeddings, weights } = drawIdentities(seed);
  return identityBatch(embeddings, weights, LABELS);
};

describe('what a head keeps from step to step', () => {
  const keeping = ['sphereface', 'curricularface', 'adacos', 'adaface'] as const;

  it('is a parameter that checkpoints hold, in all heads that keep something', () => {
    for (const name of Object.keys(LOSSES.heads) as (keyof typeof LOSSES.heads)[]) {
      const kept = build({ name } as HeadChoice).parameters.filter(({ treatment }) => treatment === 'statistic');
      expect(kept.length > 0).toBe((keeping as readonly string[]).includes(name));
    }
  });

  it.each(keeping)('brings the same logits back in another head: %s', (name) => {
    const [first, second] = [build({ name }), build({ name })];
    for (const seed of [1, 2, 3]) first.observe(batch(seed));
    second.parameters.forEach(({ variable }, i) => {
      variable.assign(tf.clone(first.parameters[i]?.variable as tf.Variable));
    });
    for (const head of [first, second]) head.observe(batch(4));
    expect(second.logits(batch(4)).dataSync()).toEqual(first.logits(batch(4)).dataSync());
  });

  it('moves SphereFace from the plain cosine to the margin', () => {
    const head = build({ name: 'sphereface' });
    const plain = tf.mul(batch(1).cosines, batch(1).norms);
    const distance = () => tf.sum(tf.abs(tf.sub(head.logits(batch(1)), plain))).dataSync()[0] as number;
    head.observe(batch(1));
    const early = distance();
    for (let step = 0; step < 50; step++) head.observe(batch(1));
    expect(early).toBeLessThan(distance() / 4);
  });

  it('follows the norms in AdaFace, all at once with a share of 1', () => {
    const head = build({ name: 'adaface', share: 1 });
    const { embeddings } = drawIdentities(1);
    head.observe(batch(1));
    const norms = embeddings.arraySync().map((row) => Math.hypot(...row));
    const mean = norms.reduce((sum, norm) => sum + norm, 0) / norms.length;
    expect(head.parameters[0]?.variable.dataSync()[0]).toBeCloseTo(mean, 5);
  });
});
