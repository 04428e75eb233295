import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lfwPhotographPaths } from '@face-verify/eval';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locatePhotograph } from './locate-photograph.ts';

const listed = { paths: lfwPhotographPaths('Ana_Example', 2) };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-photographs-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'bytes');
  return file;
}

describe('locatePhotograph', () => {
  it('finds a photograph in the folder of its person', () => {
    const path = write('Ana_Example', 'Ana_Example_0002.jpg');
    write('Ana_Example_0002.jpg');
    expect(locatePhotograph(folder, listed)).toMatchObject({ path, sizeBytes: 5 });
  });

  it('finds a photograph of a flat set', () => {
    const path = write('Ana_Example_0002.jpg');
    expect(locatePhotograph(folder, listed)?.path).toBe(path);
  });

  it('finds a photograph under another extension', () => {
    const path = write('Ana_Example', 'Ana_Example_0002.png');
    expect(locatePhotograph(folder, listed)?.path).toBe(path);
  });

  it('takes a path of a CSV list as it is', () => {
    const path = write('b.webp');
    expect(locatePhotograph(folder, { paths: ['b.webp'] })?.path).toBe(path);
    expect(locatePhotograph('/elsewhere', { paths: [path] })?.path).toBe(path);
  });

  it('does not take a folder for a photograph', () => {
    mkdirSync(join(folder, 'Ana_Example_0002.jpg'));
    expect(locatePhotograph(folder, listed)).toBeUndefined();
  });
});
