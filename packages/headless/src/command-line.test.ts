import { describe, expect, it } from 'vitest';
import { CommandError } from './command-error.ts';
import { parseArguments } from './parse-arguments.ts';
import { pipelineOptions } from './pipeline-options.ts';
import { type Command, runCommand } from './run-command.ts';

function terminal() {
  const out: string[] = [];
  const err: string[] = [];
  return {
    folder: '/',
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    lines: { out, err },
  };
}

const failing: Command = {
  help: 'the help',
  run: async () => {
    throw new CommandError('list-unreadable', 'The list is no list.');
  },
};

describe('runCommand', () => {
  it('prints the help without running anything', async () => {
    const io = terminal();
    expect(await runCommand(failing, ['--help'], io)).toBe(0);
    expect(io.lines).toEqual({ out: ['the help'], err: [] });
  });

  it('tells an error in one line on the error stream', async () => {
    const io = terminal();
    expect(await runCommand(failing, [], io)).toBe(3);
    expect(io.lines).toEqual({ out: [], err: ['error: list-unreadable: The list is no list.'] });
  });

  it('gives an error as one JSON object where JSON was asked for', async () => {
    const io = terminal();
    expect(await runCommand(failing, ['--json'], io)).toBe(3);
    const error = { code: 'list-unreadable', message: 'The list is no list.' };
    expect(io.lines.out.map((text) => JSON.parse(text))).toEqual([{ outcome: 'error', error }]);
  });

  it('gives an unforeseen failure a code', async () => {
    const io = terminal();
    const broken: Command = { help: '', run: () => Promise.reject(new TypeError('x is undefined')) };
    expect(await runCommand(broken, [], io)).toBe(3);
    expect(io.lines.err).toEqual(['error: internal: x is undefined']);
  });
});

describe('arguments', () => {
  it('that are unknown are a usage error', () => {
    expect(() => parseArguments(['--colour'], { options: {} })).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('that name an unknown backend are a usage error', () => {
    expect(() => pipelineOptions({ backend: 'cuda' })).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
