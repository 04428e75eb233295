import type { Command } from '../src/run-command.ts';

// Whatever ends this process before its command does is an error, and never `non-match`, which is status 1.
// The commands are loaded below this line, so that it holds for what fails while loading, too.
process.on('uncaughtException', (error) => {
  process.stderr.write(`error: internal: ${error.message}\n`);
  process.exit(3);
});
// Playwright kills its browser when this process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
}

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('../src/verify/verify-command.ts')).verifyCommand,
  evaluate: async () => (await import('../src/evaluate/evaluate-command.ts')).evaluateCommand,
  bench: async () => (await import('../src/bench/bench-command.ts')).benchCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const load = COMMANDS[name];
if (load === undefined) throw new Error(`There is no command ${name}; there are: ${Object.keys(COMMANDS).join(', ')}.`);
const { runCommand } = await import('../src/run-command.ts');
const { processTerminal } = await import('../src/terminal.ts');
process.exitCode = await runCommand(await load(), args, processTerminal());
