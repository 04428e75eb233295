import { type CommandUnknownOpts, runProgram } from '@face-verify/headless/command-line';
import { describe, expect, it, vi } from 'vitest';

// What takes a second to load is loaded by the command that needs it: here it must not be.
for (const heavy of ['@tensorflow/tfjs-core', '@tensorflow/tfjs', 'playwright', 'vite', 'sharp', 'vega', 'ml-matrix']) {
  vi.doMock(heavy, () => {
    throw new Error(`${heavy} was loaded before a command needed it.`);
  });
}
// Not at the top: what is imported there comes before the mocks.
const { labProgram } = await import('./lab-program.ts');

function fakeTerminal() {
  const out: string[] = [];
  const err: string[] = [];
  return {
    folder: '/',
    exitStatus: 0,
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    lines: { out, err },
  };
}

async function lab(...args: string[]) {
  const terminal = fakeTerminal();
  const status = await runProgram(labProgram(terminal), args, terminal);
  return { status, out: terminal.lines.out.join('\n'), err: terminal.lines.err };
}

const COMMANDS: readonly CommandUnknownOpts[] = labProgram(fakeTerminal()).commands;

describe('the laboratory', () => {
  it('lists every command with what it does', async () => {
    const { status, out } = await lab('--help');
    expect(status).toBe(0);
    for (const command of COMMANDS) {
      expect(out).toMatch(new RegExp(`^  ${command.name()}.* {2}${command.summary().slice(0, 20)}`, 'm'));
    }
  });

  it.each(COMMANDS.map((command) => command.name()))('%s tells what it takes', async (name) => {
    const { status, out, err } = await lab(name, '--help');
    expect({ status, err }).toEqual({ status: 0, err: [] });
    expect(out).toContain(`Usage: npm run -s lab -- ${name} [options]`);
  });

  it.each(COMMANDS.map((command) => command.name()))('%s refuses an option that it does not have', async (name) => {
    const { status, err } = await lab(name, '--xyz');
    expect({ status, err }).toEqual({ status: 3, err: ["error: usage: Unknown option '--xyz'. See --help."] });
  });

  it('names the runs where one is none of them', async () => {
    const { status, err } = await lab('train', 'nothing');
    expect(status).toBe(3);
    expect(err).toEqual([expect.stringMatching(/^error: usage: .*'nothing' is invalid .*face-points.* See --help\.$/)]);
  });
});
