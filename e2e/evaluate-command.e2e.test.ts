import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixturePath } from '@face-verify/testkit/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAwkwardImage } from './awkward-images.ts';
import { runScript } from './run-script.ts';

const SUBJECTS = ['ada', 'bruno', 'chiyo', 'dieter', 'elif', 'finn'];
const VIEWS = ['front', 'turned', 'smiling'];

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-evaluate-'));
  for (const subject of SUBJECTS) {
    mkdirSync(at('photographs', subject), { recursive: true });
    VIEWS.forEach((view, i) => {
      copyFileSync(fixturePath(`${subject}-${view}.jpg`), at('photographs', subject, `${subject}_000${i + 1}.jpg`));
    });
  }
  copyFileSync(fixturePath('nobody.jpg'), at('photographs', 'nobody_0001.jpg'));
  copyFileSync(await writeAwkwardImage(folder, 'truncated.jpg'), at('photographs', 'ada', 'ada_0009.jpg'));
  const mated = SUBJECTS.flatMap((name) => ['1 2', '1 3', '2 3'].map((pair) => `${name} ${pair}`));
  const nonMated = SUBJECTS.flatMap((name, i) => SUBJECTS.slice(i + 1).map((other) => `${name} 1 ${other} 2`));
  const missing = ['ada 1 nobody 1', 'ada 1 9', 'ada 1 gone 1'];
  writeFileSync(at('pairs.txt'), [...mated, ...nonMated, ...missing].join('\n'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function evaluate(...args: string[]) {
  const { status, stdout, stderr } = runScript('evaluate', ['--photographs', at('photographs'), ...args]);
  return { status, stdout, stderr };
}

/** Of each whole line of a cache; the one that the interruption tore stays behind as it is. */
function embeddedPaths(cache: string): string[] {
  return readFileSync(cache, 'utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line).path] : []));
}

describe('npm run evaluate', () => {
  it('reports an LFW list with the promised keys, and why pairs are missing', () => {
    const { status, stdout, stderr } = evaluate('--pairs', at('pairs.txt'), '--out', at('out'), '--json');
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    const keys = ['pairs', 'missing', 'accuracy', 'accuracyStd', 'eer', 'metrics', 'thresholds', 'shipped'];
    expect(Object.keys(report)).toEqual(keys);
    expect(report).toMatchObject({ pairs: 33, missing: 3, thresholds: { '0.01': null, '0.001': null } });
    expect(report.metrics.auc).toBeGreaterThan(0.8);
    expect(report.shipped[0]).toMatchObject({ targetFmr: 0.01, compared: { fmr: { pairs: expect.any(Number) } } });
    expect(JSON.parse(readFileSync(at('out', 'report.json'), 'utf8'))).toEqual(report);
    const [header, ...scores] = readFileSync(at('out', 'scores.csv'), 'utf8').trim().split('\n');
    expect(header).toBe('probe,reference,same,similarity');
    expect(scores).toHaveLength(33);
    for (const reason of ['no-face', 'image-unreadable', 'file-missing']) {
      expect(stderr).toContain(`missing: 1 pair, ${reason}`);
      expect(readFileSync(at('out', 'missing.csv'), 'utf8')).toContain(`reference,${reason}\n`);
    }
  });

  it('goes on after an interrupted run without embedding anything twice', () => {
    const [name = ''] = readdirSync(at('out')).filter((file) => file.endsWith('.jsonl'));
    const before = embeddedPaths(at('out', name));
    truncateSync(at('out', name), Math.floor(statSync(at('out', name)).size / 2));
    const { status, stdout } = evaluate('--pairs', at('pairs.txt'), '--out', at('out'), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(at('out', 'report.json'), 'utf8')));
    expect(embeddedPaths(at('out', name)).sort()).toEqual(before.sort());
  });

  it('reads a CSV list, and prints a table for a person', () => {
    const rows = ['a,b,same', 'ada/ada_0001.jpg,ada/ada_0002.jpg,1', 'ada/ada_0001.jpg,finn/finn_0001.jpg,0'];
    writeFileSync(at('pairs.csv'), rows.join('\n'));
    const { status, stdout } = evaluate('--pairs', at('pairs.csv'), '--out', at('out'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^pairs compared +2\npairs missing +0\naccuracy +too few pairs\nEER /);
  });

  it('has no report where no pair can be compared', () => {
    writeFileSync(at('missing.csv'), 'x.jpg,y.jpg,1\n');
    const { status, stdout } = evaluate('--pairs', at('missing.csv'), '--json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'nothing-usable' } });
  });

  it('refuses a list that is none', () => {
    writeFileSync(at('page.txt'), '<!doctype html>');
    expect(evaluate('--pairs', at('page.txt')).status).toBe(3);
    expect(evaluate('--pairs', at('gone.txt')).stderr).toBe(
      'error: list-unreadable: The list of pairs cannot be read.\n',
    );
  });
});
