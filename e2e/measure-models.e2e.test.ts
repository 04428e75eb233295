import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixturePath } from '@face-verify/testkit/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript } from './run-script.ts';

const SUBJECTS = ['ada', 'bruno', 'chiyo', 'dieter', 'elif', 'finn'];
const VIEWS = ['front', 'turned', 'smiling'];

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

/** A pack of rendered people: three of them, nine crops, are kept for validation. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-measure-'));
  for (const subject of SUBJECTS) {
    mkdirSync(at('people', subject), { recursive: true });
    for (const view of VIEWS) {
      copyFileSync(fixturePath(`${subject}-${view}.jpg`), at('people', subject, `${view}.jpg`));
    }
  }
  const { status } = runScript('lab', ['prepare', at('people'), '--out', at('pack'), '--val', '0.5']);
  expect(status).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run -s lab -- evaluate-model', () => {
  it('measures the pipeline on the validation split of a pack, and what its landmarks cost', () => {
    const { status, stdout } = runScript('lab', ['evaluate-model', '--data', at('pack'), '--out', at('out'), '--json']);
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.trusted).toMatchObject({ crops: 9, identities: 3, refused: {} });
    expect(report.trusted.pipeline).toMatchObject({ matedPairs: 9, nonMatedPairs: 27 });
    // The crops were cut by the pipeline's own points, which it has to find again in the crop.
    expect(report.trusted.landmarkErrors.meanPercent).toBeLessThan(5);
    // Three people are too few for an interval, and without one there is no figure.
    expect(report.trusted.costOfOwnLandmarks).toEqual({});
    expect(report.groups.grey.crops).toBe(9);
    expect(report.impostors).toEqual({});
    expect(JSON.parse(readFileSync(at('out', 'evaluation.json'), 'utf8'))).toEqual(report);
    expect(readFileSync(at('out', 'evaluation.md'), 'utf8')).toContain('| whole pipeline | 9 (3) | 0 | 9, 27 |');
  });

  it('tells what is wrong with the call in one coded line', () => {
    const { status, stderr } = runScript('lab', ['evaluate-model', 'gone', '--data', at('pack')]);
    expect(status).toBe(3);
    expect(stderr).toContain('error: asset-unavailable: There is no model gone in models/.');
    expect(runScript('lab', ['evaluate-model', '--data', at('people')]).stderr).toContain('not packed yet');
    expect(runScript('lab', ['evaluate-model', '--help']).status).toBe(0);
  });
});

describe('npm run -s lab -- calibrate', () => {
  it('gives no threshold for rates that the set cannot support, and says so', () => {
    const { status, stdout } = runScript('lab', ['calibrate', '--data', at('pack')]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Measured on 9 photographs of 3 people of people, none of whom was learned from, all pairs/,
    );
    expect(stdout.match(/no threshold: the set has too few pairs of two people/g)).toHaveLength(4);
  });

  it('refuses a pack that was cut off', () => {
    truncateSync(at('pack', 'crops.rgb'), 1000);
    const { status, stderr } = runScript('lab', ['calibrate', '--data', at('pack')]);
    expect(status).toBe(3);
    expect(stderr).toContain('error: asset-unavailable: The packed crops are damaged');
  });
});
