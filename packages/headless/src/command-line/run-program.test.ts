import { Command } from '@commander-js/extra-typings';
import { describe, expect, it } from 'vitest';
import { CommandError } from './command-error.ts';
import { share, wholeNumber } from './number-option.ts';
import { BACKEND_OPTION, JSON_OPTION } from './pipeline-options.ts';
import { runProgram } from './run-program.ts';

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

/** A command whose action does as it is told. */
function command(action: () => void | Promise<void>) {
  return new Command('measure')
    .description('Measures.')
    .argument('[model]')
    .addOption(JSON_OPTION)
    .addOption(BACKEND_OPTION)
    .option('--runs <n>', '', wholeNumber(1))
    .option('--val <share>', '', share)
    .action(action);
}

const failing = () =>
  command(() => {
    throw new CommandError('list-unreadable', 'The list is no list.', { cause: new Error('the cause') });
  });
const working = () => command(() => {});

async function run(program: ReturnType<typeof command>, ...args: string[]) {
  const terminal = fakeTerminal();
  return { status: await runProgram(program, args, terminal), ...terminal.lines };
}

describe('runProgram', () => {
  it('prints the help without running anything', async () => {
    const { status, out, err } = await run(failing(), '--help');
    expect({ status, err }).toEqual({ status: 0, err: [] });
    expect(out.join('\n')).toMatch(/^Usage: measure \[options\] \[model\]\n\nMeasures\./);
  });

  it('ends with the status that the command gives the terminal', async () => {
    const terminal = fakeTerminal();
    const inconclusive = command(() => {
      terminal.exitStatus = 2;
    });
    expect(await runProgram(inconclusive, [], terminal)).toBe(2);
    expect((await run(working())).status).toBe(0);
  });

  it('tells an error in one line on the error stream', async () => {
    const err = ['error: list-unreadable: The list is no list.'];
    expect(await run(failing())).toEqual({ status: 3, out: [], err });
  });

  it('gives an error as one JSON object where JSON was asked for', async () => {
    const { status, out, err } = await run(failing(), '--json');
    expect({ status, err }).toEqual({ status: 3, err: [] });
    const error = { code: 'list-unreadable', message: 'The list is no list.' };
    expect(out.map((text) => JSON.parse(text))).toEqual([{ outcome: 'error', error }]);
  });

  it('tells where an error comes from only where it is asked', async () => {
    const { status, err } = await run(failing(), '--debug');
    expect(status).toBe(3);
    expect(err[1]).toMatch(/^CommandError: The list is no list\.\n +at .+/);
    expect(err[1]).toContain('caused by Error: the cause');
  });

  it('gives an unforeseen failure a code, and keeps it in one line', async () => {
    const broken = command(() => Promise.reject(new TypeError('x is\n  undefined')));
    expect(await run(broken)).toEqual({ status: 3, out: [], err: ['error: internal: x is undefined'] });
  });

  it.each([
    [['--colour'], "Unknown option '--colour'."],
    [['--bakend', 'wasm'], "Unknown option '--bakend' (Did you mean --backend?)."],
    [
      ['--backend', 'cuda'],
      "Option '--backend <name>' argument 'cuda' is invalid. Allowed choices are auto, webgpu, wasm.",
    ],
    [['--runs', '1.5'], "Option '--runs <n>' argument '1.5' is invalid. It is a whole number from 1 on."],
    [['--val', '1'], "Option '--val <share>' argument '1' is invalid. It is a share from 0 to below 1."],
    [['a', 'b'], 'Too many arguments. Expected 1 argument but got 2.'],
  ])('takes %j for a usage error', async (args, message) => {
    expect(await run(working(), ...args)).toEqual({
      status: 3,
      out: [],
      err: [`error: usage: ${message} See --help.`],
    });
  });

  it('names the nearest command where there is none of a name', async () => {
    const lab = new Command('lab').addCommand(working());
    const terminal = fakeTerminal();
    expect(await runProgram(lab, ['mesure'], terminal)).toBe(3);
    expect(terminal.lines.err).toEqual(["error: usage: Unknown command 'mesure' (Did you mean measure?). See --help."]);
  });

  it('lists the commands on the error stream where none is given', async () => {
    const lab = new Command('lab').addCommand(working());
    const terminal = fakeTerminal();
    expect(await runProgram(lab, [], terminal)).toBe(3);
    expect(terminal.lines.err.join('\n')).toContain('measure [options] [model]');
  });
});
