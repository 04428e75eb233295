import { toFaceVerifyError } from '@face-verify/core';
import { CommandError, type CommandErrorCode } from './command-error.ts';
import { EXIT_ERROR } from './guard-process.ts';
import type { Terminal } from './terminal.ts';

/** A command of this package: what it was called with, and what the process ends with. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

export interface ReportedError {
  readonly code: CommandErrorCode;
  readonly message: string;
}

export function reportedError(error: unknown): ReportedError {
  if (error instanceof CommandError) return { code: error.code, message: error.message };
  const { code, message } = toFaceVerifyError(error, 'internal');
  return { code, message };
}

/**
 * Runs a command to its exit status; an error is told in one line, or as one JSON object where `--json` was given.
 *
 * @returns exit status; {@link EXIT_ERROR} for whatever the command throws
 */
export async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(command.help);
    return 0;
  }
  try {
    return await command.run(args, terminal);
  } catch (thrown) {
    const error = reportedError(thrown);
    if (args.includes('--json')) terminal.out(JSON.stringify({ outcome: 'error', error }));
    else terminal.err(`error: ${error.code}: ${error.message}`);
    return EXIT_ERROR;
  }
}
