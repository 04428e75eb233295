import { CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { CommandError, type ReportedError, reportedError } from './command-error.ts';
import { errorLine, stackOf } from './error-line.ts';
import { EXIT_ERROR } from './guard-process.ts';
import type { Terminal } from './terminal.ts';

/** commander's name for what it throws where a program with commands is called without one. */
const HELP_INSTEAD = 'commander.help';

/**
 * Runs a command, or a program of several, to its exit status. An error is told in one line on the error stream, or as
 * one JSON object on the output where `--json` was given; `--debug`, which every command has, adds where it comes from.
 *
 * @returns the terminal's exit status; {@link EXIT_ERROR} for whatever the command throws
 */
export async function runProgram(
  program: CommandUnknownOpts,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  for (const command of [program, ...program.commands]) adopt(command, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
    return terminal.exitStatus;
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    if (thrown instanceof CommanderError && thrown.code === HELP_INSTEAD) return EXIT_ERROR;
    const error = thrown instanceof CommanderError ? usageError(thrown) : reportedError(thrown);
    if (args.includes('--json')) terminal.out(JSON.stringify({ outcome: 'error', error }));
    else terminal.err(errorLine(error));
    if (args.includes('--debug')) terminal.err(stackOf(thrown));
    return EXIT_ERROR;
  }
}

/** Leaves writing and ending to the caller, and has no command go without `--debug`. */
function adopt(command: CommandUnknownOpts, terminal: Terminal): void {
  command
    .exitOverride()
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      // The same error is thrown as well, and reported where it is caught.
      outputError: () => undefined,
    });
  if (command.commands.length === 0) command.option('--debug', 'tell of an error where it comes from');
}

/** commander's `error: unknown option '--colour'`, with a line of advice below it, as a sentence. */
function usageError({ message }: CommanderError): ReportedError {
  const [first = '', ...rest] = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.?$/, '.');
  return reportedError(new CommandError('usage', `${first.toUpperCase()}${rest.join('')} See --help.`));
}
