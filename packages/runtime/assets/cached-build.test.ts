import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CACHE_FOLDER } from '@face-verify/repository';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cachedBuild } from './cached-build.ts';

const NAME = `cached-build-test-${process.pid}`;

let folder: string;
let input: string;
let builds: number;
/** Happens in the middle of a build. */
let meanwhile: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), NAME));
  input = join(folder, 'input.ts');
  await writeFile(input, 'first');
  // Long before.
  await utimes(input, 1e9, 1e9);
  [builds, meanwhile] = [0, async () => undefined];
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(join(CACHE_FOLDER, `${NAME}.json`), { force: true });
});

/** As a server or command that starts now builds. */
async function build(): Promise<string> {
  const files = await cachedBuild(NAME, async () => {
    builds++;
    await meanwhile();
    return { files: new Map([['made.js', `of build ${builds}`]]), inputs: [input] };
  })();
  return Buffer.from(files.get('made.js') ?? []).toString();
}

test('a build is kept until an input changes', async () => {
  expect([await build(), await build()]).toEqual(['of build 1', 'of build 1']);
  await utimes(input, 1.1e9, 1.1e9);
  expect([await build(), await build()]).toEqual(['of build 2', 'of build 2']);
});

test('a build is not kept where an input was saved meanwhile', async () => {
  meanwhile = () => writeFile(input, 'other');
  expect(await build()).toBe('of build 1');
  meanwhile = () => utimes(input, 1.1e9, 1.1e9);
  expect(await build()).toBe('of build 2');
  expect(await build()).toBe('of build 2');
});
