import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import type { Moment } from '../../testing/killed-toy.ts';
import { LOSSES_FILE, trainToy } from '../../testing/train-toy.ts';

const SCRIPT = fileURLToPath(new URL('../../testing/killed-toy.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const STEPS = 20;

/** One after the other, of one run. */
const KILLS: readonly (readonly [step: number, moment: Moment])[] = [
  [2, 'in-step'],
  [13, 'in-checkpoint'],
];

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'face-verify-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Each step's first picture and its loss, in the order in which they were computed. */
function losses(folder: string): [picture: string, loss: string][] {
  const lines = readFileSync(path.join(folder, LOSSES_FILE), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split(' ') as [string, string]);
}

/** Trains in a process of its own. @returns how that ended */
async function trainInProcess(folder: string, ...kill: readonly [step: number, moment: Moment] | []) {
  const flags = ['--conditions=face-verify-source', '--import', TSX];
  const child = spawn(process.execPath, [...flags, SCRIPT, folder, String(STEPS), ...kill.map(String)], {
    stdio: 'ignore',
  });
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}

it('draws the same curve when its process is killed again and again and started again', {
  timeout: 180_000,
}, async () => {
  const [whole, killed] = [newFolder(), newFolder()];
  await trainToy(whole, STEPS);
  for (const kill of KILLS) expect(await trainInProcess(killed, ...kill), `killed ${kill}`).toBe('SIGKILL');
  expect(await trainInProcess(killed)).toBe(0);
  const expected = losses(whole);
  expect(expected).toHaveLength(STEPS);
  // The step that the process died in is done twice.
  const again = KILLS.map(([step]) => step);
  const done = expected.flatMap((loss, i) => (again.includes(i + 1) ? [loss, loss] : [loss]));
  expect(losses(killed)).toEqual(done);
});
