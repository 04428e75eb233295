import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { exportModel } from '../../publish/export-model.ts';
import { createToyTask, type ToyTask } from '../../testing/toy-task.ts';
import { beginFrom } from './begin-from.ts';
import { freshState, saveCheckpoint } from './checkpoint.ts';
import { layOut } from './parameter-layout.ts';
import { runFingerprint } from './train.ts';

let folder: string;
let checkpoint: string;

beforeAll(async () => {
  await startEngine('cpu');
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-begin-'));
  checkpoint = path.join(folder, 'runs', 'toy', 'checkpoint.bin');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A run in which every value is 0.5. */
function saveRun(file: string): void {
  const task = createToyTask();
  const { spans, length } = layOut(task.parameters);
  saveCheckpoint(file, { ...freshState(new Float32Array(length).fill(0.5)), picture: 96 }, runFingerprint(task), spans);
}

const ship = () =>
  exportModel(createToyTask(1), {
    id: 'toy',
    modelsFolder: folder,
    training: {},
    terms: { permittedUse: 'any', text: 'For tests.' },
  });

const firstKernel = ({ parameters }: ToyTask) => parameters[0]?.variable.dataSync()[0];

describe('beginFrom', () => {
  it('prefers the run, which has lost nothing, to the weights that ship', async () => {
    await ship();
    checkpoint = path.join(folder, 'checkpoint.bin');
    saveRun(checkpoint);
    const task = createToyTask(2);
    expect(beginFrom(task, 'toy', checkpoint, folder)).toBe('run toy at picture 96');
    expect(firstKernel(task)).toBe(0.5);
  });

  it('begins with the weights that ship where the checkpoint is lost', async () => {
    await ship();
    const task = createToyTask(2);
    const before = firstKernel(task);
    expect(beginFrom(task, 'toy', checkpoint, folder)).toBe('the shipped weights of toy');
    expect(firstKernel(task)).not.toBe(before);
  });

  it('says both places where it looked', () => {
    const begin = () => beginFrom(createToyTask(), 'gone', checkpoint, folder);
    expect(begin).toThrow(checkpoint);
    expect(begin).toThrow(path.join(folder, 'gone'));
  });
});
