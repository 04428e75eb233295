import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInference, decodeHalfFloats, goldenInput, parseCard, splitParameters } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../engine/engine.ts';
import { createToyTask } from '../testing/toy-task.ts';
import { exportModel } from './export-model.ts';

let modelsFolder: string;

beforeAll(async () => {
  await startEngine('cpu');
});
beforeEach(() => {
  modelsFolder = mkdtempSync(path.join(tmpdir(), 'face-verify-export-'));
});
afterEach(() => {
  rmSync(modelsFolder, { recursive: true, force: true });
});

const OPTIONS = { id: 'toy', training: {}, terms: { permittedUse: 'any', text: 'For tests.' } } as const;

describe('exportModel', () => {
  it('writes weights that give the golden output of their card', async () => {
    const task = createToyTask();
    await exportModel(task, { ...OPTIONS, modelsFolder });
    const card = parseCard(JSON.parse(readFileSync(path.join(modelsFolder, 'toy', 'card.json'), 'utf8')));
    const bytes = readFileSync(path.join(modelsFolder, 'toy', card.weights.file));
    expect(bytes.length).toBe(card.weights.bytes);
    expect(readFileSync(path.join(modelsFolder, 'toy', 'README.md'), 'utf8')).toContain('# toy');
    expect(card.terms).toEqual(OPTIONS.terms);
    const inference = createInference(task.network, splitParameters(task.network, decodeHalfFloats(bytes)));
    const output = inference.run(goldenInput(task.network)).dataSync();
    expect(card.golden).toHaveLength(4);
    expect([...output]).toEqual(card.golden.map((value) => expect.closeTo(value, 4)));
  });

  it('writes nothing where the exported network would do something else', async () => {
    const task = createToyTask();
    const other = { ...task, run: (input: tf.Tensor4D) => tf.neg(task.run(input)) };
    await expect(exportModel(other, { ...OPTIONS, modelsFolder })).rejects.toThrow('in cosine');
    expect(existsSync(path.join(modelsFolder, 'toy'))).toBe(false);
  });

  it('writes nothing where no crop shows whether the exported network does the same', async () => {
    const unseen = { ...createToyTask(), heldOut: [] };
    await expect(exportModel(unseen, { ...OPTIONS, modelsFolder })).rejects.toThrow('no crop');
    expect(existsSync(path.join(modelsFolder, 'toy'))).toBe(false);
  });
});
