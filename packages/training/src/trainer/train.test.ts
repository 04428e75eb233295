import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../engine/engine.ts';
import { createToyTask } from '../testing/toy-task.ts';
import { createInlinePool, type GradientPool } from './gradient-pool.ts';
import { layOut } from './parameter-layout.ts';
import { train } from './train.ts';

const CONFIG = {
  schedule: {
    pictures: 480,
    warmUpPictures: 32,
    peakRate: 0.02,
    floorRate: 1e-4,
    batches: [{ fromPicture: 0, size: 8 }],
  },
  optimizer: { kind: 'adamw', beta1: 0.9, beta2: 0.99, weightDecay: 0.01 },
  averageDecay: 0.9,
  validateEveryPictures: 160,
} as const;

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
async function run(losses: number[], intercept: (step: number) => number | undefined = () => undefined) {
  const task = createToyTask();
  const pool = createInlinePool(task, layOut(task.parameters).length);
  const watched: GradientPool = {
    ...pool,
    step: async (pictures) => {
      const spoiled = intercept((pictures[0] as number) / 8);
      const [result] = await pool.step(pictures);
      losses.push(result?.total as number);
      return [{ total: spoiled ?? (result?.total as number) }];
    },
  };
  return train(CONFIG, task, watched, { folder, checkpointSeconds: 0 });
}

describe('train', () => {
  it('lowers the loss', async () => {
    const losses: number[] = [];
    await run(losses);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(losses.slice(-10))).toBeLessThan(mean(losses.slice(0, 10)) / 2);
  });

  it('goes on after a crash exactly as if there had been none', async () => {
    const uninterrupted: number[] = [];
    const whole = await run(uninterrupted);
    rmSync(path.join(folder, 'checkpoint.bin'));

    const interrupted: number[] = [];
    const crash = (step: number) => {
      if (step === 23) throw new Error('power cut');
      return undefined;
    };
    await expect(run(interrupted, crash)).rejects.toThrow('power cut');
    const resumed = await run(interrupted);

    expect(interrupted).toEqual(uninterrupted);
    expect(resumed.average).toEqual(whole.average);
  });

  it('stops with a clear error where the loss is no longer a number, and keeps the last good checkpoint', async () => {
    const nan = (step: number) => (step === 5 ? Number.NaN : undefined);
    await expect(run([], nan)).rejects.toThrow('no longer a number at picture 40');
    expect(existsSync(path.join(folder, 'checkpoint.bin'))).toBe(true);
    const resumed = await run([]);
    expect(resumed.picture).toBe(480);
    expect(resumed.parameters.every(Number.isFinite)).toBe(true);
  });

  it('leaves a log of steps and validations, and no half-written file', async () => {
    await run([]);
    const entries = readFileSync(path.join(folder, 'train.log.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['start', 'step', 'validation', 'stop']));
    expect(readdirSync(folder).sort()).toEqual(['checkpoint.bin', 'train.log.jsonl']);
  });

  it('leaves no tensor behind in a step', async () => {
    const task = createToyTask();
    const pool = createInlinePool(task, layOut(task.parameters).length);
    await pool.step([0, 1, 2, 3]);
    const before = tf.memory().numTensors;
    await pool.step([4, 5, 6, 7]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
