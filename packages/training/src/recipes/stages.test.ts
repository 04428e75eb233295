import { describe, expect, it } from 'vitest';
import { CONV_FACE_NEXT_RECIPE } from './papers/conv-face-next.ts';
import { smallRun } from './papers/recipe.ts';
import { expandStages } from './stages.ts';

const BASE = smallRun(CONV_FACE_NEXT_RECIPE);

describe('expanding stages', () => {
  const stages = expandStages({ ...BASE, name: 'toy' }, [
    { name: 'first', loss: { head: { name: 'arcface' } }, sampler: { kind: 'shuffled' }, pictures: 300, rate: 0.1 },
    {
      name: 'second',
      loss: { head: { name: 'svgs' } },
      sampler: { kind: 'pk', perIdentity: 4 },
      pictures: 200,
      rate: 0.01,
    },
    { name: 'third', loss: { head: { name: 'svgs' } }, sampler: { kind: 'shuffled' }, pictures: 100, rate: 0.01 },
  ]);

  it('starts each from the one before and gives it what is its own', () => {
    expect(stages.map(({ name, startFrom }) => [name, startFrom])).toEqual([
      ['toy-1-first', undefined],
      ['toy-2-second', 'toy-1-first'],
      ['toy-3-third', 'toy-2-second'],
    ]);
    expect(stages[1]).toMatchObject({
      task: { architecture: BASE.task.architecture, loss: { head: { name: 'svgs' } }, sampler: { kind: 'pk' } },
      schedule: { pictures: 200, peakRate: 0.01, batches: BASE.schedule.batches },
      watch: { figure: 'auc', better: 'higher' },
    });
  });
});
