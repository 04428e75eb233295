import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshState, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-checkpoint-'));
  file = path.join(folder, 'checkpoint.bin');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('checkpoints', () => {
  it('bring back every number', () => {
    const state = freshState(Float32Array.from([1, -2, 3.5]));
    state.step = 7;
    state.picture = 112;
    state.moments.second.set([4, 5, 6]);
    saveCheckpoint(file, state, 'toy');
    expect(loadCheckpoint(file, 'toy')).toEqual(state);
  });

  it('are absent before the first', () => {
    expect(loadCheckpoint(file, 'toy')).toBeUndefined();
  });

  it('of another network are refused', () => {
    saveCheckpoint(file, freshState(new Float32Array(3)), 'toy');
    expect(() => loadCheckpoint(file, 'other')).toThrow('another network');
  });

  it('that were cut short are refused', () => {
    saveCheckpoint(file, freshState(new Float32Array(3)), 'toy');
    writeFileSync(file, readFileSync(file).subarray(0, -4));
    expect(() => loadCheckpoint(file, 'toy')).toThrow('damaged');
  });

  it('survive where the next one cannot be written', () => {
    saveCheckpoint(file, freshState(Float32Array.from([1, 2, 3])), 'toy');
    const unreadable = {
      get buffer(): ArrayBuffer {
        throw new Error('disk full');
      },
    } as unknown as Float32Array;
    const broken = { ...freshState(new Float32Array(3)), average: unreadable };
    expect(() => saveCheckpoint(file, broken, 'toy')).toThrow('disk full');
    expect(Array.from(loadCheckpoint(file, 'toy')?.parameters ?? [])).toEqual([1, 2, 3]);
  });
});
