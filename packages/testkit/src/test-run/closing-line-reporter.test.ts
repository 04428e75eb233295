import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const VITEST = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));
const REPORTER = fileURLToPath(new URL('closing-line-reporter.ts', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-reporter-'));
  const config = `import { ClosingLineReporter } from ${JSON.stringify(REPORTER)};
    export default { test: { globals: true, reporters: ['default', new ClosingLineReporter()] } };`;
  writeFileSync(join(folder, 'vitest.config.ts'), config);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The last lines of a run over these test files. */
function run(files: Readonly<Record<string, string>>): { lines: string[]; status: number | null } {
  for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
  const { stdout, status } = spawnSync(process.execPath, [VITEST, 'run', '--root', folder], { encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), status };
}

describe('ClosingLineReporter', () => {
  it('sums the tests of all files in the last line', () => {
    const { lines, status } = run({ 'a.test.ts': `it('a', () => {})`, 'b.test.ts': `it('b', () => {})` });
    expect(lines.at(-1)).toBe('2 passed, 0 failed, 0 skipped');
    expect(status).toBe(0);
  });

  it('says once why tests were skipped', () => {
    const skipped = `it('s', (test) => test.skip('no folder'));`;
    const { lines } = run({ 'a.test.ts': `${skipped} ${skipped} it('p', () => {})` });
    expect(lines.slice(-2)).toEqual(['skipped 2: no folder', '1 passed, 0 failed, 2 skipped']);
  });

  it('counts a file that does not load, a failing hook and an unhandled rejection as failed', () => {
    const { lines, status } = run({
      'load.test.ts': `throw new Error('load')`,
      'hook.test.ts': `describe('d', () => { beforeAll(() => { throw new Error('hook') }); it('a', () => {}) })`,
      'late.test.ts': `it('late', () => { Promise.reject(new Error('late')) })`,
    });
    expect(lines.at(-1)).toBe('1 passed, 3 failed, 1 skipped');
    expect(status).toBe(1);
  });
});
