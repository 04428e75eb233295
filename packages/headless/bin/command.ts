import { guardProcess } from '../src/guard-process.ts';
import type { Command } from '../src/run-command.ts';

// The commands are loaded below this line, so that it holds for what fails while loading, too.
guardProcess();

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('../src/verify/verify-command.ts')).verifyCommand,
  evaluate: async () => (await import('../src/evaluate/evaluate-command.ts')).evaluateCommand,
  bench: async () => (await import('../src/bench/bench-command.ts')).benchCommand,
  zoo: async () => (await import('../src/zoo/zoo-command.ts')).zooCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const load = COMMANDS[name];
if (load === undefined) throw new Error(`There is no command ${name}; there are: ${Object.keys(COMMANDS).join(', ')}.`);
const { runCommand } = await import('../src/run-command.ts');
const { processTerminal } = await import('../src/terminal.ts');
process.exitCode = await runCommand(await load(), args, processTerminal());
