import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY } from '@face-verify/repository';
import { fixturePath } from '@face-verify/testkit/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScript } from './run-script.ts';

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'face-verify-lab-')));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run lab', () => {
  it('lists its commands', () => {
    const { status, stdout, stderr } = runScript('lab', ['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm run -s lab -- <command> \[options\]\n/);
    for (const name of ['prepare', 'train', 'evaluate-model', 'calibrate', 'export']) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
  });

  it('tells a wrong call in one coded line, with status 3', () => {
    expect(runScript('lab', ['trian'])).toMatchObject({
      status: 3,
      stdout: '',
      stderr: "error: usage: Unknown command 'trian' (Did you mean train?). See --help.\n",
    });
  });

  it('takes paths from the folder that the person stands in', () => {
    expect(runScript('lab', ['prepare', 'nowhere'], folder)).toMatchObject({
      status: 3,
      stderr: `error: file-missing: There is no folder ${join(folder, 'nowhere')}.\n`,
    });
    const { status, stdout } = runScript('lab', ['write-losses', '--out', 'pages'], folder);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `${join(folder, 'pages', 'losses.md')}\n${join(folder, 'pages', 'losses.svg')}\n`,
    });
    expect(existsSync(join(folder, 'pages', 'losses.md'))).toBe(true);
  });

  it('ends on Ctrl-C with status 130 and nothing to say', async () => {
    mkdirSync(join(folder, 'people'));
    for (const view of ['front', 'turned', 'smiling']) {
      copyFileSync(fixturePath(`ada-${view}.jpg`), join(folder, 'people', `${view}.jpg`));
    }
    // Without npm, which ends by the signal that it passes on.
    const tsx = join(REPOSITORY, 'node_modules', '.bin', 'tsx');
    const script = join(REPOSITORY, 'packages', 'training', 'src', 'commands', 'lab.ts');
    const args = ['prepare', join(folder, 'people'), '--out', join(folder, 'pack')];
    const lab = spawn(tsx, ['--conditions=face-verify-source', script, ...args], {
      // A group of its own, which a terminal would send the signal to.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    lab.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (!told.includes('/3 photographs') && `${told}${text}`.includes('/3 photographs')) {
        process.kill(-(lab.pid as number), 'SIGINT');
      }
      told += text;
    });
    const [status] = await once(lab, 'close');
    expect(told).not.toContain('error');
    expect(status).toBe(130);
  });
});
