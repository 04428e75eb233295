import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHECKPOINT_FILE, freshState, saveCheckpoint } from '../../learn/trainer/checkpoint.ts';
import type { RunConfig } from '../../learn/trainer/run-config.ts';
import { CONV_FACE_NEXT_PS } from '../conv-face-next-ps.ts';
import { runSeries } from './run-series.ts';

const RUNS = ['first', 'second', 'third'].map(
  (name): RunConfig => ({
    ...CONV_FACE_NEXT_PS,
    name,
    schedule: { ...CONV_FACE_NEXT_PS.schedule, pictures: 300 },
  }),
);

let folder: string;
const folderOf = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-series-'));
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
}

describe('running a series', () => {
  const run = async (stop: AbortController, act: (config: RunConfig) => void) => {
    const ran: string[] = [];
    const train = async (config: RunConfig) => {
      ran.push(config.name);
      act(config);
    };
    await runSeries(RUNS, train, folderOf, stop.signal);
    return ran;
  };

  it('trains all in order, then none', async () => {
    expect(await run(new AbortController(), leave)).toEqual(['first', 'second', 'third']);
    expect(await run(new AbortController(), leave)).toEqual([]);
  });

  it('stops where it is told to, and goes on with the run that is not finished', async () => {
    const stop = new AbortController();
    const interrupted = await run(stop, (config) => {
      leave(config, config.name === 'second' ? 50 : undefined);
      if (config.name === 'second') stop.abort();
    });
    expect(interrupted).toEqual(['first', 'second']);
    expect(await run(new AbortController(), leave)).toEqual(['second', 'third']);
  });
});
