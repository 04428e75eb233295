import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbedding } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhotographFile } from '../photograph/photograph-file.ts';
import { EmbeddingCache } from './embedding-cache.ts';

const first: PhotographFile = { path: '/photographs/写真.jpg', sizeBytes: 10, modifiedMs: 1.5 };
const second: PhotographFile = { path: '/photographs/two.jpg', sizeBytes: 20, modifiedMs: 2.5 };
const unit = { outcome: 'captured', embedding: createEmbedding([0.3, -0.4], drawnContract('drawn', 2)) } as const;
const noFace = { outcome: 'missing', reason: 'no-face' } as const;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-cache-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function open(pipeline = 'model/a', wanted = [first, second]): EmbeddingCache {
  return new EmbeddingCache(folder, pipeline, wanted);
}

function fill(): string {
  const cache = open();
  cache.set(first, unit);
  cache.set(second, noFace);
  cache.close();
  return join(folder, readdirSync(folder)[0] ?? '');
}

function reread(photograph: PhotographFile, pipeline?: string, wanted?: PhotographFile[]) {
  const cache = open(pipeline, wanted);
  const outcome = cache.get(photograph);
  cache.close();
  return outcome;
}

function photographsOf(name: string): PhotographFile[] {
  return Array.from({ length: 300 }, (_, i) => ({
    path: `/photographs/${name}/${i}.jpg`,
    sizeBytes: i,
    modifiedMs: i,
  }));
}

/** A process that opens the cache anew for each of its photographs. */
function startWriter(name: string): ChildProcess {
  const program = `
    import { EmbeddingCache } from ${JSON.stringify(new URL('embedding-cache.ts', import.meta.url).href)};
    const [folder, photographs] = JSON.parse(process.argv[1]);
    for (const photograph of photographs) {
      const cache = new EmbeddingCache(folder, 'model/a', []);
      cache.set(photograph, { outcome: 'missing', reason: 'no-face' });
      cache.close();
    }`;
  const input = JSON.stringify([folder, photographsOf(name)]);
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program, input];
  return spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: 'inherit' });
}

describe('EmbeddingCache', () => {
  it('gives back embeddings bit for bit, and refusals with their reason', () => {
    fill();
    expect(reread(first)).toEqual(unit);
    expect(reread(second)).toEqual(noFace);
  });

  it('knows nothing of a photograph that has changed on the disk', () => {
    fill();
    const touched = { ...first, modifiedMs: 9 };
    const grown = { ...first, sizeBytes: 11 };
    expect(reread(touched, undefined, [touched])).toBeUndefined();
    expect(reread(grown, undefined, [grown])).toBeUndefined();
  });

  it('knows nothing of what another pipeline made', () => {
    fill();
    expect(reread(first, 'model/b')).toBeUndefined();
  });

  it('goes on after a line that was torn in two, wherever the tear was', () => {
    const path = fill();
    const whole = readFileSync(path);
    for (let end = whole.lastIndexOf('\n'); end < whole.length; end++) {
      writeFileSync(path, whole.subarray(0, end));
      const cache = open();
      expect(cache.get(first)).toEqual(unit);
      expect(cache.get(second)).toBeUndefined();
      cache.set(second, noFace);
      cache.close();
      expect(reread(first)).toEqual(unit);
      expect(reread(second)).toEqual(noFace);
    }
  });

  it('goes on after a tear inside a character of several bytes', () => {
    const path = fill();
    truncateSync(path, readFileSync(path).indexOf('写') + 2);
    const cache = open();
    cache.set(second, noFace);
    cache.close();
    expect(reread(first)).toBeUndefined();
    expect(reread(second)).toEqual(noFace);
  });

  it('never changes what another process may still be writing', () => {
    const path = fill();
    const half = `${readFileSync(path, 'utf8')}\n{"path":"/pho`;
    writeFileSync(path, half);
    open().close();
    expect(readFileSync(path, 'utf8')).toBe(half);
  });

  it('loses nothing of two processes that open it and append at the same time', async () => {
    const names = ['a', 'b'];
    const ends = await Promise.all(names.map((name) => once(startWriter(name), 'exit')));
    expect(ends.map(([exitCode]) => exitCode)).toEqual([0, 0]);
    const photographs = names.flatMap(photographsOf);
    const cache = open(undefined, photographs);
    expect(photographs.filter((photograph) => cache.get(photograph) === undefined)).toEqual([]);
    cache.close();
  });

  it('skips lines that are whole but wrong', () => {
    const path = fill();
    const cut = JSON.stringify({ path: first.path, size: 10, mtime: 1.5, embedding: 'AAAA', reason: null });
    const number = JSON.stringify({ path: first.path, size: 10, mtime: 1.5, embedding: 7, reason: null });
    appendFileSync(path, `\nnull\n[]\n{"path":1}\n${cut}\n${number}\n`);
    expect(reread(first)).toEqual(unit);
  });
});
