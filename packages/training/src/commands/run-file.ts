import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CommandError } from '@face-verify/headless/command-line';

/** Runs a program to its end; what it writes is written here. @throws {CommandError} `internal` where it fails */
export async function runFile(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [status, signal] = await once(child, 'exit');
  if (status !== 0) throw new CommandError('internal', `${args.at(-1) ?? program} ended with ${signal ?? status}.`);
}
