import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInference } from '@face-verify/nets';
import { expectNoTensorLeak } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { readModelCard, readModelWeights } from '../../engine/read-model.ts';
import { exportModel } from '../../publish/export-model.ts';
import { toyRun } from '../../testing/toy-run.ts';
import { createToyTask, type ToyTask } from '../../testing/toy-task.ts';
import { createInlinePool } from './gradient-pool.ts';
import { layOut, writeVariables } from './parameter-layout.ts';
import { startFromWeights } from './start-from-weights.ts';
import { train } from './train.ts';

const PICTURES = Array.from({ length: 32 }, (_, i) => i);
/** Largest difference of an output: the weights are the same numbers, only computed with otherwise. */
const TOLERANCE = 1e-5;

let folder: string;

async function ship(task: ToyTask, id: string): Promise<void> {
  const terms = { permittedUse: 'any', text: 'For tests.' } as const;
  await exportModel(task, { id, modelsFolder: folder, training: {}, terms });
}

/** A toy that was only drawn, with the statistics of its pictures, exported as what ships. */
beforeAll(async () => {
  await startEngine('cpu');
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-weights-'));
  const task = createToyTask(1);
  task.settle(PICTURES, 0);
  await ship(task, 'toy');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the network that ships makes of a task's pictures. */
function shippedOutputs(task: ToyTask): Float32Array {
  const inference = createInference(task.network, readModelWeights(readModelCard('toy', folder), task.network, folder));
  const outputs = inference.run(task.input(PICTURES)).dataSync<'float32'>();
  inference.dispose();
  return outputs;
}

function largestDifference(outputs: tf.Tensor2D, expected: Float32Array): number {
  return Math.max(...outputs.dataSync().map((value, i) => Math.abs(value - (expected[i] as number))));
}

/** Losses of a toy's first steps on pictures of its own. */
async function firstLosses(begin: (task: ToyTask) => void): Promise<number[]> {
  const task = createToyTask(2);
  begin(task);
  const pool = createInlinePool(task, layOut(task.parameters).length);
  const losses: number[] = [];
  const noting = {
    ...pool,
    step: async (pictures: readonly number[]) => {
      const result = await pool.step(pictures);
      losses.push(result.losses.total as number);
      return result;
    },
  };
  const own = mkdtempSync(path.join(folder, 'run-'));
  await train(toyRun(5), task, noting, { folder: own, checkpointSeconds: 60 });
  return losses;
}

describe('startFromWeights', () => {
  it('makes a network that computes what ships, by the kept statistics and by those of the pictures', () => {
    const task = createToyTask(2);
    startFromWeights(task, 'toy', folder, [PICTURES]);
    const expected = shippedOutputs(task);
    const input = task.input(PICTURES);
    expect(largestDifference(task.student.forward(input, 'evaluate').output, expected)).toBeLessThan(TOLERANCE);
    expect(largestDifference(task.student.forward(input, 'train').output, expected)).toBeLessThan(TOLERANCE);
  });

  it('could not train on the statistics that unfolding makes up', () => {
    const task = createToyTask(2);
    startFromWeights(task, 'toy', folder, []);
    const trained = task.student.forward(task.input(PICTURES), 'train').output;
    expect(largestDifference(trained, shippedOutputs(task))).toBeGreaterThan(0.1);
  });

  it('saves the first steps of a run on other pictures', async () => {
    const trained = createToyTask(1);
    const { spans, length } = layOut(trained.parameters);
    const { average } = await train(toyRun(40), trained, createInlinePool(trained, length), {
      folder: mkdtempSync(path.join(folder, 'run-')),
      checkpointSeconds: 60,
    });
    writeVariables(trained.parameters, spans, average);
    await ship(trained, 'trained');

    const fromWeights = await firstLosses((task) => startFromWeights(task, 'trained', folder));
    const fromNothing = await firstLosses(() => undefined);
    expect(fromWeights).toHaveLength(5);
    fromWeights.forEach((loss, step) => {
      expect(loss, `step ${step}`).toBeLessThan((fromNothing[step] as number) / 2);
    });
  });

  it('leaves fresh what only training has', () => {
    const task = createToyTask(2);
    const head = { name: 'head/weights', variable: tf.variable(tf.tensor1d([7, 8])), treatment: 'plain' } as const;
    startFromWeights({ ...task, parameters: [...task.parameters, head] }, 'toy', folder, [PICTURES]);
    expect(Array.from(head.variable.dataSync())).toEqual([7, 8]);
  });

  it('leaves no tensor behind', async () => {
    const task = createToyTask(2);
    await expectNoTensorLeak(() => startFromWeights(task, 'toy', folder));
  });

  it('refuses weights of another topology, and says of which', () => {
    const file = path.join(folder, 'toy', 'card.json');
    const card = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(card), architecture: 'cube', topology: '0' }));
    try {
      const refused = expect.objectContaining({
        code: 'topology-mismatch',
        message: expect.stringMatching(/are of cube\/0, not of toy\//),
      });
      expect(() => startFromWeights(createToyTask(2), 'toy', folder)).toThrow(refused);
    } finally {
      writeFileSync(file, card);
    }
  });
});
