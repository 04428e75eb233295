import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { createToyTask, type ToyTask } from '../../testing/toy-task.ts';
import { createInlinePool, type GradientPool } from './gradient-pool.ts';
import { layOut, readVariables } from './parameter-layout.ts';
import { startWorkers } from './worker-pool.ts';

const TOY_WORKER = new URL('../../testing/toy-worker.ts', import.meta.url);

describe('a pool of two threads', () => {
  let task: ToyTask;
  let one: GradientPool;
  let two: GradientPool;

  beforeAll(async () => {
    await startEngine('cpu');
    task = createToyTask(1, 'evaluate');
    const { spans, length } = layOut(task.parameters);
    one = createInlinePool(task, length);
    two = await startWorkers(2, length, [1, 'evaluate'], TOY_WORKER);
    for (const { parameters } of [one, two]) parameters.set(await readVariables(task.parameters, spans));
  }, 60_000);
  afterAll(() => two?.close());

  it.each([
    ['that does not divide evenly', [0, 1, 2, 3, 4]],
    ['smaller than the number of workers', [7]],
  ])('takes the same step as one worker over a batch %s', async (_, pictures) => {
    const [expected, actual] = [await one.step(pictures), await two.step(pictures)];
    expect(actual.losses.total).toBeCloseTo(expected.losses.total as number, 6);
    const largest = Math.max(...expected.gradients.map(Math.abs));
    const differences = expected.gradients.map((value, i) => Math.abs(value - (actual.gradients[i] as number)));
    expect(largest).toBeGreaterThan(0);
    expect(Math.max(...differences) / largest).toBeLessThan(1e-5);
  });

  it('refuses an empty batch', async () => {
    await expect(two.step([])).rejects.toThrow(RangeError);
  });
});
