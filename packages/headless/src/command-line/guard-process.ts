import { reportedError } from './command-error.ts';
import { errorLine, stackOf } from './error-line.ts';
import type { Terminal } from './terminal.ts';

/** Exit status of everything that is no result; `verify` has 1 for a non-match. */
export const EXIT_ERROR = 3;

/** As shells tell of a process that a signal ended: 128 and the signal's number. */
const EXIT_STATUS = { SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Makes every end of this process that no command chose an error, and a clean one. */
export function guardProcess(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${errorLine(reportedError(error))}\n`);
    if (process.argv.includes('--debug')) process.stderr.write(`${stackOf(error)}\n`);
    process.exit(EXIT_ERROR);
  });
  // Playwright kills its browser when this process exits.
  for (const signal of SIGNALS) process.once(signal, endOn);
}

/**
 * From now on Ctrl-C, or the system, asks the command to end by itself with what it has kept. Asked again, the process
 * ends at once.
 */
export function interruptSignal(terminal: Terminal): AbortSignal {
  const stop = new AbortController();
  for (const signal of SIGNALS) {
    process.removeListener(signal, endOn);
    process.once(signal, () => {
      terminal.exitStatus = EXIT_STATUS[signal];
      process.once(signal, endOn);
      stop.abort();
    });
  }
  return stop.signal;
}

function endOn(signal: NodeJS.Signals): void {
  // After the others that listen: a progress bar gives the cursor back.
  setImmediate(() => process.exit(EXIT_STATUS[signal as keyof typeof EXIT_STATUS]));
}
