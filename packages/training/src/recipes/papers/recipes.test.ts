import { NETWORKS } from '@face-verify/nets';
import { describe, expect, it } from 'vitest';
import { batchSizeAt, rateAt } from '../../learn/schedule.ts';
import { CONV_FACE_NEXT_RECIPE } from './conv-face-next.ts';
import { RECIPES } from './index.ts';
import { MOBI_FACE_RECIPE } from './mobi-face.ts';
import { PROGRESSIVE } from './progressive.ts';
import { fullRun, smallRun } from './recipe.ts';

const architectureOf = ({ task }: (typeof RECIPES)[number]) => task.architecture;

describe('the recipes', () => {
  it('have names of their own', () => {
    expect(new Set(RECIPES.map(({ name }) => name)).size).toBe(RECIPES.length);
  });

  it('are small on the research crops and a network that is there, full on a set of one’s own', () => {
    const small = RECIPES.filter(({ name }) => /-small\b/.test(name));
    expect(small.length).toBeGreaterThan(0);
    expect(RECIPES).toHaveLength(2 * small.length);
    for (const recipe of RECIPES) {
      const { task, schedule } = recipe;
      if (task.kind !== 'identity') throw new Error('A recipe learns identities.');
      const isSmall = small.includes(recipe);
      expect(task.data.pack === undefined).toBe(isSmall);
      if (isSmall) expect(NETWORKS).toHaveProperty([architectureOf(recipe)]);
      if (isSmall) expect(schedule.pictures).toBeLessThanOrEqual(50_000);
    }
  });

  it('rest and restart as ConvFaceNeXt: 16 epochs, one at the floor, 32 from half the rate', () => {
    const { schedule } = fullRun(CONV_FACE_NEXT_RECIPE);
    const at = (epoch: number) => rateAt(schedule, Math.round(epoch * 367_888));
    expect(at(0)).toBeCloseTo(0.1, 6);
    expect(at(8)).toBeCloseTo(0.05, 4);
    expect(at(16.5)).toBeCloseTo(1e-5, 8);
    expect(at(17.001)).toBeCloseTo(0.05, 5);
    expect(at(33)).toBeCloseTo(0.025, 4);
    expect(at(49)).toBeCloseTo(1e-5, 6);
    expect(schedule.pictures / 367_888).toBe(49);
  });

  it('step down as MobiFace: after 40,000, 60,000 and 80,000 of 100,000 steps', () => {
    const { schedule } = fullRun(MOBI_FACE_RECIPE);
    expect(schedule.pictures / batchSizeAt(schedule, 0)).toBe(100_000);
    const at = (step: number) => rateAt(schedule, step * 1024);
    for (const [step, rate] of [
      [39_999, 0.1],
      [40_000, 0.01],
      [60_000, 1e-3],
      [99_999, 1e-4],
    ] as const) {
      expect(at(step)).toBeCloseTo(rate, 8);
    }
  });

  it('keep their shape when they are small', () => {
    const [small, full] = [smallRun, fullRun].map((size) => size(CONV_FACE_NEXT_RECIPE).schedule);
    for (const share of [0.1, 0.3, 0.34, 0.4, 0.9]) {
      const [a, b] = [small, full].map((schedule) => {
        if (!schedule) throw new Error('There are two sizes.');
        return rateAt(schedule, share * schedule.pictures) / schedule.peakRate;
      });
      expect(a).toBeCloseTo(b as number, 3);
    }
  });
});

describe('the progressive recipe', () => {
  it.each(['small', 'full'] as const)('wraps one more loss at each stage: %s', (size) => {
    const wrapped = PROGRESSIVE[size].map(({ task }) => {
      if (task.kind !== 'identity') throw new Error('A stage learns identities.');
      const { loss, sampler } = task;
      const parts = [loss.head, ...(loss.terms ?? []), ...(loss.weightings ?? [])].map(({ name }) => name);
      return [...parts, sampler.kind].join(' ');
    });
    expect(wrapped).toEqual([
      'arcface shuffled',
      'combined shuffled',
      'svgs shuffled',
      'svgs intra inter shuffled',
      'svgs intra inter class-balanced shuffled',
      'svgs intra inter class-balanced pk',
      'svgs intra inter semi-hard-triplet class-balanced pk',
    ]);
  });
});
