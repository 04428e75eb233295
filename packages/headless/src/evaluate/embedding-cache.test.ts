import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhotoFile } from '../photograph/photo-file.ts';
import { EmbeddingCache } from './embedding-cache.ts';

const first: PhotoFile = { path: '/photos/写真.jpg', sizeBytes: 10, modifiedMs: 1.5 };
const second: PhotoFile = { path: '/photos/two.jpg', sizeBytes: 20, modifiedMs: 2.5 };
const unit = { outcome: 'captured', vector: Float32Array.of(0.6, -0.8) } as const;
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

function reread(photo: PhotoFile, pipeline?: string, wanted?: PhotoFile[]) {
  const cache = open(pipeline, wanted);
  const outcome = cache.get(photo);
  cache.close();
  return outcome;
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
    const firstLineEnd = whole.indexOf('\n') + 1;
    for (let end = firstLineEnd; end < whole.length; end++) {
      writeFileSync(path, whole);
      truncateSync(path, end);
      const cache = open();
      expect(cache.get(first)).toEqual(unit);
      expect(cache.get(second)).toBeUndefined();
      cache.set(second, noFace);
      cache.close();
      expect(readFileSync(path)).toEqual(whole);
    }
  });

  it('goes on after a tear inside a character of several bytes', () => {
    const path = fill();
    truncateSync(path, readFileSync(path).indexOf('写') + 2);
    const cache = open();
    cache.set(second, noFace);
    cache.close();
    expect(readFileSync(path, 'utf8')).toMatch(/^\{"path":"\/photos\/two.jpg".+\n$/);
  });

  it('skips lines that are whole but wrong', () => {
    const path = fill();
    const cut = JSON.stringify({ path: first.path, size: 10, mtime: 1.5, vector: 'AAAA', reason: null });
    const zero = JSON.stringify({ path: first.path, size: 10, mtime: 1.5, vector: 'AAAAAAAAAAA=', reason: null });
    appendFileSync(path, `null\n[]\n{"path":1}\n${cut}\n${zero}\n`);
    expect(reread(first)).toEqual(unit);
  });
});
