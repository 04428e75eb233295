import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { guardProcess } from '../src/command-line/guard-process.ts';
import { runProgram } from '../src/command-line/run-program.ts';
import { processTerminal, type Terminal } from '../src/command-line/terminal.ts';

// The commands are loaded below this line, so that it holds for what fails while loading, too.
guardProcess();

const COMMANDS: Readonly<Record<string, () => Promise<(terminal: Terminal) => CommandUnknownOpts>>> = {
  verify: async () => (await import('../src/verify/verify-command.ts')).verifyCommand,
  evaluate: async () => (await import('../src/evaluate/evaluate-command.ts')).evaluateCommand,
  bench: async () => (await import('../src/bench/bench-command.ts')).benchCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const load = COMMANDS[name];
if (load === undefined) throw new Error(`There is no command ${name}; there are: ${Object.keys(COMMANDS).join(', ')}.`);
const terminal = processTerminal();
process.exitCode = await runProgram((await load())(terminal), args, terminal);
