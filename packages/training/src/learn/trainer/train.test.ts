import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import type { LearnedParameter } from '../../losses/learned-parameter.ts';
import { TOY_RUN, toyRun } from '../../testing/toy-run.ts';
import { createToyTask } from '../../testing/toy-task.ts';
import { readCheckpoint } from './checkpoint.ts';
import { createInlinePool, type GradientPool } from './gradient-pool.ts';
import { layOut, readVariables } from './parameter-layout.ts';
import { startFrom } from './start-from.ts';
import { train } from './train.ts';

/** Twelve steps. */
const SHORT = toyRun(12);

let folder: string;

beforeAll(async () => {
  await startEngine('cpu');
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-train-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Trains the toy, noting every loss; `intercept` may spoil a step. */
async function run(
  config: typeof TOY_RUN,
  losses: number[] = [],
  intercept: (step: number) => number | undefined = () => undefined,
) {
  const task = createToyTask();
  const pool = createInlinePool(task, layOut(task.parameters).length);
  const watched: GradientPool = {
    ...pool,
    step: async (pictures) => {
      const spoiled = intercept((pictures[0] as number) / 8);
      const { losses: computed, gradients } = await pool.step(pictures);
      losses.push(computed.total as number);
      return { losses: { total: spoiled ?? (computed.total as number) }, gradients };
    },
  };
  return train(config, task, watched, { folder, checkpointSeconds: 0 });
}

describe('train', () => {
  it('lowers the loss, and leaves a log of steps and validations and no half-written file', async () => {
    const losses: number[] = [];
    await run(TOY_RUN, losses);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(losses).toHaveLength(60);
    expect(mean(losses.slice(-10))).toBeLessThan(mean(losses.slice(0, 10)) / 2);
    const entries = readFileSync(path.join(folder, 'train.log.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(entries).toEqual(['start', 'validation', 'validation', 'step', 'validation', 'stop']);
    expect(readdirSync(folder).sort()).toEqual(['checkpoint.bin', 'train.log.jsonl']);
  });

  it('goes on after a crash exactly as if there had been none', async () => {
    const uninterrupted: number[] = [];
    const whole = await run(SHORT, uninterrupted);
    rmSync(path.join(folder, 'checkpoint.bin'));

    const interrupted: number[] = [];
    const crash = (step: number) => {
      if (step === 5) throw new Error('power cut');
      return undefined;
    };
    await expect(run(SHORT, interrupted, crash)).rejects.toThrow('power cut');
    const resumed = await run(SHORT, interrupted);

    expect(interrupted).toEqual(uninterrupted);
    expect(resumed.average).toEqual(whole.average);
  });

  it('stops with a clear error where the loss is no longer a number, and keeps the last good checkpoint', async () => {
    const nan = (step: number) => (step === 3 ? Number.NaN : undefined);
    await expect(run(SHORT, [], nan)).rejects.toThrow('no longer a number at picture 24');
    expect(existsSync(path.join(folder, 'checkpoint.bin'))).toBe(true);
    const resumed = await run(SHORT);
    expect(resumed.picture).toBe(96);
    expect(resumed.parameters.every(Number.isFinite)).toBe(true);
  });

  it('leaves no tensor behind in a step', async () => {
    const task = createToyTask();
    const pool = createInlinePool(task, layOut(task.parameters).length);
    await pool.step([0, 1, 2, 3]);
    const before = tf.memory().numTensors;
    await pool.step([4, 5, 6, 7]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('ends when the watched figure no longer gets better, and keeps the state that was best', async () => {
    const figures = [0.5, 0.7, 0.6, 0.65, 0.9];
    const task = { ...createToyTask(), validate: async () => ({ auc: figures.shift() as number }) };
    const pool = createInlinePool(task, layOut(task.parameters).length);
    const config = {
      ...TOY_RUN,
      validateEveryPictures: 16,
      watch: { figure: 'auc', better: 'higher', patience: 2 },
    } as const;
    const state = await train(config, task, pool, { folder, checkpointSeconds: 0 });
    expect(state.picture).toBe(64);
    expect(state.best).toEqual({ picture: 32, value: 0.7 });
    expect(readCheckpoint(path.join(folder, 'best.bin')).state.picture).toBe(32);
    expect(readCheckpoint(path.join(folder, 'checkpoint.bin')).state.best).toEqual(state.best);
  });

  it('says which figures there are where the one to watch is not among them', async () => {
    const task = createToyTask();
    const pool = createInlinePool(task, layOut(task.parameters).length);
    const config = { ...toyRun(1), watch: { figure: 'auc', better: 'higher', patience: 2 } } as const;
    await expect(train(config, task, pool, { folder, checkpointSeconds: 0 })).rejects.toThrow('no auc, only outputs');
  });

  it('begins with the averaged network of another run', async () => {
    const first = await run(SHORT);
    const task = createToyTask(2);
    const { spans } = layOut(task.parameters);
    startFrom(task, path.join(folder, 'checkpoint.bin'));
    expect(await readVariables(task.parameters, spans)).toEqual(first.average);
  });

  it('takes over from another run what has the same name and size, and leaves the rest fresh', async () => {
    const extra = (name: string, values: number[]): LearnedParameter => {
      return { name, variable: tf.variable(tf.tensor1d(values)), treatment: 'statistic' };
    };
    const withHead = (...heads: LearnedParameter[]) => {
      const task = createToyTask();
      return { ...task, parameters: [...task.parameters, ...heads] };
    };
    const first = withHead(extra('head/weights', [1, 2]), extra('head/t', [3]));
    const pool = createInlinePool(first, layOut(first.parameters).length);
    await train(toyRun(1), first, pool, { folder, checkpointSeconds: 0 });

    const [weights, t] = [extra('head/weights', [0, 0]), extra('head/t', [7, 7])];
    startFrom(withHead(weights, t), path.join(folder, 'checkpoint.bin'));
    expect([...(await weights.variable.data()), ...(await t.variable.data())]).toEqual([1, 2, 7, 7]);
  });
});
