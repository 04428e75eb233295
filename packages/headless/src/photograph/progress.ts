import { SingleBar } from 'cli-progress';

/** Milliseconds between two lines where the error stream is no terminal. */
const PLAIN_LINE_EVERY_MS = 10_000;

export interface Progress {
  /** One more is done. */
  advance(): void;
  stop(): void;
}

/**
 * Shows on the error stream how many things are done, how many a second, and the time left: a bar on a
 * terminal, plain lines elsewhere.
 *
 * @param noun - what they are, in the plural
 * @param done - those that were done before
 */
export function showProgress(noun: string, total: number, done: number): Progress {
  const isTerminal = process.stderr.isTTY === true;
  const bar = new SingleBar({
    format: `${isTerminal ? '{bar} ' : ''}{value}/{total} ${noun}, {rate}/s, {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    etaBuffer: 100,
    noTTYOutput: true,
    notTTYSchedule: PLAIN_LINE_EVERY_MS,
  });
  const startMs = performance.now();
  let advanced = 0;
  bar.start(total, done, { rate: '–' });
  return {
    advance: () => {
      advanced++;
      bar.increment({ rate: (advanced / ((performance.now() - startMs) / 1000)).toFixed(1) });
    },
    stop: () => bar.stop(),
  };
}
