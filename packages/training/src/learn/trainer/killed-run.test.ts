import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../../data/random.ts';

const SCRIPT = fileURLToPath(new URL('../../testing/train-toy.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const STEPS = 60;

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'face-verify-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Loss of each step by its first picture; a step done twice must have the same loss. */
function losses(folder: string): Map<string, string> {
  const file = path.join(folder, 'losses.txt');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const byPicture = new Map<string, string>();
  for (const [picture, loss] of lines.map((line) => line.split(' ') as [string, string])) {
    expect([undefined, loss]).toContain(byPicture.get(picture));
    byPicture.set(picture, loss);
  }
  return byPicture;
}

/** Trains in a process of its own, which is killed without warning once it has noted so many steps. */
async function trainToy(folder: string, killAfter = Number.POSITIVE_INFINITY): Promise<void> {
  const child = spawn(process.execPath, ['--conditions=face-verify-source', '--import', TSX, SCRIPT, folder], {
    stdio: 'ignore',
  });
  const exit = once(child, 'exit');
  while (child.exitCode === null && losses(folder).size < killAfter) await Promise.race([exit, setTimeout(2)]);
  if (child.exitCode === null) child.kill('SIGKILL');
  await exit;
}

it('draws the same curve when its process is killed at a random step and started again', {
  timeout: 180_000,
}, async () => {
  const [whole, killed] = [newFolder(), newFolder()];
  const killAfter = 1 + Math.floor(createRandom(Date.now())() * (STEPS - 2));
  await trainToy(whole);
  await trainToy(killed, killAfter);
  expect(losses(killed).size, `killed after ${killAfter} steps`).toBeLessThan(STEPS);
  await trainToy(killed);
  expect(losses(whole).size).toBe(STEPS);
  expect(losses(killed), `killed after ${killAfter} steps`).toEqual(losses(whole));
});
