import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixturePath } from '@face-verify/testkit/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAwkwardImage } from './awkward-images.ts';
import { runScript } from './run-script.ts';

const ADA = fixturePath('ada-front.jpg');
const EXIT_STATUS = { match: 0, 'non-match': 1, inconclusive: 2, error: 3 } as const;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-command-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** One JSON object on the standard output, whose outcome is the exit status. */
function verify(...args: string[]) {
  const { status, stdout } = runScript('verify', [...args, '--json']);
  const report = JSON.parse(stdout);
  expect(status).toBe(EXIT_STATUS[report.outcome as keyof typeof EXIT_STATUS]);
  return report;
}

describe('npm run verify', () => {
  it('matches a photograph with itself', () => {
    const report = verify(ADA, ADA, '--backend', 'wasm');
    expect(report).toMatchObject({ outcome: 'match', threshold: { fmr: 0.001 }, backend: { running: 'wasm' } });
    expect(report.similarity).toBeCloseTo(1, 3);
    expect(report.threshold.similarity).toBeLessThan(1);
  });

  it('finds one subject more similar than two, and does not match two', () => {
    const mated = verify(ADA, fixturePath('ada-smiling.jpg'));
    const nonMated = verify(ADA, fixturePath('dieter-front.jpg'));
    expect(mated.similarity).toBeGreaterThan(nonMated.similarity);
    expect(nonMated).toMatchObject({ outcome: 'non-match' });
  });

  it('prints the outcome first for a person, then the similarity and the threshold with its rate', () => {
    const { status, stdout } = runScript('verify', [ADA, ADA]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^match\nsimilarity +\d\.\d{4}.+\nthreshold +\d\.\d{4}.+false match rate of 0\.001/);
  });

  it('is inconclusive without a face, and says on which side', () => {
    const report = verify(ADA, fixturePath('nobody.jpg'));
    expect(report).toMatchObject({ outcome: 'inconclusive', reason: 'no-face', side: 'reference' });
    expect(report).not.toHaveProperty('similarity');
  });

  it('is inconclusive with several faces', () => {
    const report = verify(fixturePath('ada-and-bruno.jpg'), ADA);
    expect(report).toMatchObject({ outcome: 'inconclusive', reason: 'multiple-faces', side: 'probe' });
  });

  it.each([
    ['page.jpg', 'image-unreadable'],
    ['truncated.jpg', 'image-unreadable'],
    ['empty.jpg', 'image-empty'],
  ] as const)('refuses %s as %s, even against itself', async (name, code) => {
    const path = await writeAwkwardImage(folder, name);
    expect(verify(path, path)).toMatchObject({ outcome: 'error', error: { code }, side: 'probe' });
  });

  it('refuses a file that is not there, and one argument', () => {
    const gone = join(folder, 'gone.jpg');
    expect(verify(ADA, gone)).toMatchObject({ error: { code: 'file-missing' }, side: 'reference', backend: null });
    expect(verify(ADA)).toMatchObject({ error: { code: 'usage' } });
  });

  it('tells an error in one coded line', () => {
    const { status, stdout, stderr } = runScript('verify', [ADA, join(folder, 'gone.jpg')]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toBe('error (reference): file-missing: There is no file that can be read.\n');
  });
});
