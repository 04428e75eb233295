import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distance, FIVE_POINT_TEMPLATE, landmarkList, type Point } from '@face-verify/core';
import { fixturePath } from '@face-verify/testkit/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAwkwardImage } from './awkward-images.ts';
import { runScript } from './run-script.ts';

const SUBJECTS = ['ada', 'bruno', 'chiyo', 'dieter', 'elif', 'finn'];
const VIEWS = ['front', 'turned', 'smiling'];
const CROP_BYTES = 144 * 144 * 3;
const MARGIN_PX = 16;

interface Crop {
  readonly source: string;
  readonly identity?: string;
  readonly split: string;
  readonly points: readonly [number, number][];
}

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

/** @returns path of a folder with these photographs of the fixtures, each named as it is to be */
function album(name: string, photographs: Readonly<Record<string, string>>): string {
  mkdirSync(at(name));
  for (const [target, fixture] of Object.entries(photographs)) {
    mkdirSync(join(at(name, target), '..'), { recursive: true });
    copyFileSync(fixturePath(fixture), at(name, target));
  }
  return at(name);
}

const prepare = (photographs: string, ...args: string[]) =>
  runScript('lab', ['prepare', photographs, '--out', `${photographs}-pack`, ...args]);
const cropsOf = (photographs: string): Crop[] => JSON.parse(readFileSync(`${photographs}-pack/crops.json`, 'utf8'));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-prepare-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run -s lab -- prepare', () => {
  it('packs the aligned faces of a folder, says what it refused and why, and goes on where it was cut off', async () => {
    const people = SUBJECTS.flatMap((name) => VIEWS.map((view) => [`${name}/${view}.jpg`, `${name}-${view}.jpg`]));
    const photographs = album('people', {
      ...Object.fromEntries(people),
      'ada/crowd.jpg': 'ada-and-bruno.jpg',
      'nobody/1.jpg': 'nobody.jpg',
    });
    copyFileSync(await writeAwkwardImage(folder, 'truncated.jpg'), join(photographs, 'ada', 'truncated.jpg'));
    symlinkSync(at('gone.jpg'), join(photographs, 'ada', 'gone.jpg'));

    const { status, stdout } = prepare(photographs, '--val', '0.3');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^18 of 22 photographs packed; refused: .+\n4 identities to train on \(12 crops\), 2 to/);
    expect(stdout).toContain('No usable photograph of 1 identity: nobody.');
    const report = readFileSync(`${photographs}-pack/report.md`, 'utf8');
    for (const refusal of [
      'ada/crowd.jpg | multiple-faces',
      'ada/gone.jpg | file-unreadable',
      'ada/truncated.jpg | image-unreadable',
      'nobody/1.jpg | no-face',
    ]) {
      expect(report).toContain(`| ${refusal} |`);
    }

    const crops = cropsOf(photographs);
    const template = landmarkList(FIVE_POINT_TEMPLATE);
    for (const { points } of crops) {
      const off = points.map(([x, y], i) => distance({ x: x - MARGIN_PX, y: y - MARGIN_PX }, template[i] as Point));
      // A turned or smiling face does not fit the template better.
      expect(Math.max(...off)).toBeLessThan(15);
    }
    const pixels = readFileSync(`${photographs}-pack/crops.rgb`);
    expect(pixels.length).toBe(crops.length * CROP_BYTES);

    truncateSync(`${photographs}-pack/photographs.jsonl`, 3000);
    const again = prepare(photographs, '--val', '0.3');
    expect(again.stdout).toBe(stdout);
    // The progress line begins with what was done before.
    expect(again.stderr).toMatch(/\b1\d\/22 photographs/);
    expect(readFileSync(`${photographs}-pack/crops.rgb`).equals(pixels)).toBe(true);
    expect(cropsOf(photographs)).toEqual(crops);
  });

  it('packs one identity, and says what cannot be trained on it', () => {
    const photographs = album('one', { 'ada/1.jpg': 'ada-front.jpg', 'ada/2.jpg': 'ada-turned.jpg' });
    const { status, stdout } = prepare(photographs);
    expect(status).toBe(0);
    expect(stdout).toContain('Only one identity: identity losses cannot train on this set');
  });

  it('has no pack where no photograph can be used', () => {
    const { status, stdout, stderr } = prepare(album('faceless', { 'a/1.jpg': 'nobody.jpg' }));
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('error: nothing-usable: 0 of 1 photographs packed; refused: 1 no-face.');
  });

  it('tells a wrong call in one coded line', () => {
    mkdirSync(at('empty', 'ada'), { recursive: true });
    expect(prepare(at('empty'))).toMatchObject({
      status: 3,
      stderr: `error: nothing-usable: There is no photograph in ${at('empty')}.\n`,
    });
    expect(prepare(at('gone')).stderr).toBe(`error: file-missing: There is no folder ${at('gone')}.\n`);
    expect(runScript('lab', ['prepare']).stderr).toMatch(/^error: usage: .+See --help\.\n$/);
    expect(runScript('lab', ['prepare', '--help'])).toMatchObject({ status: 0 });
  });
});
