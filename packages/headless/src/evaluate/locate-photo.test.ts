import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lfwImagePaths } from '@face-verify/eval';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locatePhoto } from './locate-photo.ts';

const listed = { paths: lfwImagePaths('Ana_Example', 2) };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-photos-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'bytes');
  return file;
}

describe('locatePhoto', () => {
  it('finds an image in the folder of its person', () => {
    const path = write('Ana_Example', 'Ana_Example_0002.jpg');
    write('Ana_Example_0002.jpg');
    expect(locatePhoto(folder, listed)).toMatchObject({ path, sizeBytes: 5 });
  });

  it('finds an image of a flat set', () => {
    const path = write('Ana_Example_0002.jpg');
    expect(locatePhoto(folder, listed)?.path).toBe(path);
  });

  it('finds an image under another extension', () => {
    const path = write('Ana_Example', 'Ana_Example_0002.png');
    expect(locatePhoto(folder, listed)?.path).toBe(path);
  });

  it('takes a path of a CSV list as it is', () => {
    const path = write('b.webp');
    expect(locatePhoto(folder, { paths: ['b.webp'] })?.path).toBe(path);
    expect(locatePhoto('/elsewhere', { paths: [path] })?.path).toBe(path);
  });

  it('does not take a folder for an image', () => {
    mkdirSync(join(folder, 'Ana_Example_0002.jpg'));
    expect(locatePhoto(folder, listed)).toBeUndefined();
  });
});
