import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { identityBatch } from '../identity-batch.ts';
import { buildLoss, type HeadChoice, LOSSES } from '../losses.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const cos = (degrees: number) => Math.cos(radians(degrees));
const onCircle = (degrees: number, length: number) => [length * cos(degrees), length * Math.sin(radians(degrees))];

/** An embedding of length 2 at 40° from its class, 10° from a second one (which is harder) and 130° from a third. */
const batch = () =>
  identityBatch(
    tf.tensor2d([onCircle(0, 2)]),
    tf.transpose(tf.tensor2d([onCircle(40, 3), onCircle(-10, 0.5), onCircle(130, 1)])),
    [0],
  );
const [own, hard, easy] = [cos(40), cos(10), cos(130)];
const quarter = 0.25 * Math.PI;

describe('logits by hand', () => {
  it.each<readonly [HeadChoice, readonly number[]]>([
    [{ name: 'softmax' }, [6 * own, hard, 2 * easy]],
    [{ name: 'cosface', scale: 10, margin: 0.3 }, [10 * (own - 0.3), 10 * hard, 10 * easy]],
    [{ name: 'arcface', scale: 10, margin: quarter }, [10 * cos(85), 10 * hard, 10 * easy]],
    [{ name: 'arcface', scale: 10, margin: 3 * quarter }, [10 * cos(175), 10 * hard, 10 * easy]],
    [{ name: 'combined', scale: 1, m1: 2, m2: quarter, m3: 0.1 }, [cos(125) - 0.1, hard, easy]],
    [{ name: 'sv-softmax', scale: 1, t: 1.5 }, [own, 1.5 * hard + 0.5, easy]],
    [{ name: 'svgs', scale: 1, m2: 3 * quarter, m3: 0, t: 1.5 }, [cos(175), 1.5 * hard + 0.5, 1.5 * easy + 0.5]],
    [{ name: 'mv-softmax', scale: 1, margin: 0.1, t: 1.5, weight: 'fixed' }, [own - 0.1, hard + 0.5, easy]],
    [{ name: 'mv-softmax', scale: 1, kind: 'angular', margin: quarter }, [cos(85), 1.2 * hard + 0.2, easy]],
    [{ name: 'curricularface', scale: 1, margin: quarter }, [cos(85), hard * hard, easy]],
    [{ name: 'adacos' }, [own, hard, easy].map((c) => Math.SQRT2 * Math.log(2) * c)],
    // A norm of 2 is 0.18 of the first deviation below the first mean, times h.
    [
      { name: 'adaface', scale: 1, margin: 0.5, h: 5 },
      [Math.cos(radians(40) + (0.5 * 90) / 100.001) - 0.5 + (0.5 * 90) / 100.001, hard, easy],
    ],
    [{ name: 'aml' }, [own - Math.sin(radians(40)), hard, easy].map((c) => Math.log(3) * Math.exp(Math.SQRT2) * c)],
    [
      { name: 'aml', variant: 'repo' },
      [Math.cos(radians(40) + 2 * Math.sin(radians(20))), hard, easy].map(
        (c) => Math.log(3) * Math.exp(Math.SQRT2) * c,
      ),
    ],
  ])('%o', (choice, expected) => {
    const logits = buildLoss(LOSSES.heads, choice, [1, 1, 1]).logits(batch()).dataSync();
    expected.forEach((value, i) => {
      expect(logits[i]).toBeCloseTo(value, 4);
    });
  });

  it('of SphereFace are length times (λ·cos θ + ψ) / (1 + λ)', () => {
    const lambda = { start: 0, decay: 0, floor: 3 };
    const [target, other] = buildLoss(LOSSES.heads, { name: 'sphereface', lambda }, [1, 1, 1])
      .logits(batch())
      .dataSync();
    // 4 · 40° lies in the first quarter, ψ is its cosine.
    expect(target).toBeCloseTo((2 * (3 * own + cos(160))) / 4, 4);
    expect(other).toBeCloseTo(2 * hard, 4);
  });
});
