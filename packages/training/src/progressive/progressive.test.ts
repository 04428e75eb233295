import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONV_FACE_NEXT_RECIPE } from '../configs/recipes/conv-face-next.ts';
import { smallRun } from '../configs/recipes/recipe.ts';
import { CHECKPOINT_FILE, freshState, saveCheckpoint } from '../trainer/checkpoint.ts';
import type { RunConfig } from '../trainer/run-config.ts';
import { runStages } from './run-stages.ts';
import { bestValidation, stageTable } from './stage-results.ts';
import { expandStages } from './stages.ts';

const BASE = smallRun(CONV_FACE_NEXT_RECIPE);
const STAGES = expandStages({ ...BASE, name: 'toy' }, [
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

let folder: string;
const folderOf = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-stages-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Leaves what a trainer would that came to a picture. */
function leave({ name, schedule }: RunConfig, picture = schedule.pictures): void {
  mkdirSync(folderOf(name), { recursive: true });
  const state = freshState(new Float32Array(1));
  state.picture = picture;
  saveCheckpoint(path.join(folderOf(name), CHECKPOINT_FILE), state, name);
  const validation = { kind: 'validation', picture, auc: 0.9 };
  appendFileSync(path.join(folderOf(name), 'train.log.jsonl'), `${JSON.stringify(validation)}\n`);
}

describe('expanding stages', () => {
  it('starts each from the one before and gives it what is its own', () => {
    expect(STAGES.map(({ name, startFrom }) => [name, startFrom])).toEqual([
      ['toy-1-first', undefined],
      ['toy-2-second', 'toy-1-first'],
      ['toy-3-third', 'toy-2-second'],
    ]);
    expect(STAGES[1]).toMatchObject({
      task: { architecture: BASE.task.architecture, loss: { head: { name: 'svgs' } }, sampler: { kind: 'pk' } },
      schedule: { pictures: 200, peakRate: 0.01, batches: BASE.schedule.batches },
      watch: { figure: 'auc', better: 'higher' },
    });
  });
});

describe('running stages', () => {
  const run = async (stop: AbortController, act: (stage: RunConfig) => void) => {
    const ran: string[] = [];
    const results = await runStages(
      STAGES,
      async (stage) => {
        ran.push(stage.name);
        act(stage);
      },
      folderOf,
      stop.signal,
    );
    return { ran, results };
  };

  it('trains all in order, then none', async () => {
    const first = await run(new AbortController(), leave);
    expect(first.ran).toEqual(STAGES.map(({ name }) => name));
    expect(first.results.map(({ best }) => best?.picture)).toEqual([300, 200, 100]);
    expect((await run(new AbortController(), leave)).ran).toEqual([]);
  });

  it('stops where it is told to, and goes on with the stage that is not finished', async () => {
    const stop = new AbortController();
    const interrupted = await run(stop, (stage) => {
      const isSecond = stage.name === 'toy-2-second';
      leave(stage, isSecond ? 50 : undefined);
      if (isSecond) stop.abort();
    });
    expect(interrupted.ran).toEqual(['toy-1-first', 'toy-2-second']);
    expect((await run(new AbortController(), leave)).ran).toEqual(['toy-2-second', 'toy-3-third']);
  });
});

describe('the results of stages', () => {
  it('are their best validations', () => {
    const entries = [
      { kind: 'validation', picture: 100, auc: 0.8 },
      { kind: 'validation', picture: 200, auc: 0.9 },
      { kind: 'step', picture: 250, total: 1 },
      { kind: 'validation', picture: 300, auc: 0.85 },
    ];
    expect(bestValidation(entries)?.picture).toBe(200);
    expect(bestValidation([])).toBeUndefined();
  });

  it('make a table in which a figure that is not there is a dash', () => {
    const best = { kind: 'validation', picture: 200, auc: 0.9, bestBalancedAccuracy: 0.8, 'tar@1e-2': 0.5 };
    expect(stageTable([{ name: 'a', best }, { name: 'b' }]).split('\n')).toEqual([
      '| stage | best at picture | AUC | best balanced accuracy | TAR at FAR 1e-2 | at 1e-3 |',
      '| --- | --- | --- | --- | --- | --- |',
      '| a | 200 | 0.9 | 0.8 | 0.5 | – |',
      '| b | – | – | – | – | – |',
    ]);
  });
});
