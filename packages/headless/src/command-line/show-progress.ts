import { SingleBar } from 'cli-progress';
import { progressText } from './progress-text.ts';

/** Milliseconds between two lines where the error stream is no terminal. */
const PLAIN_LINE_EVERY_MS = 10_000;

export interface Progress {
  /** More are done. @param count - how many, 1 where nothing is said */
  advance(count?: number): void;
  stop(): void;
}

/**
 * Shows on the error stream how many things are done, how fast, and the time left: a bar on a terminal, plain lines
 * elsewhere.
 *
 * @param noun - what they are, in the plural
 * @param done - those that were done before
 */
export function showProgress(noun: string, total: number, done = 0): Progress {
  const startMs = performance.now();
  let now = done;
  const text = () => progressText({ noun, total, before: done, done: now, elapsedMs: performance.now() - startMs });
  const bar = new SingleBar({
    format: `${process.stderr.isTTY === true ? '{bar} ' : ''}{text}`,
    stream: process.stderr,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: PLAIN_LINE_EVERY_MS,
  });
  bar.start(total, done, { text: text() });
  return {
    advance: (count = 1) => {
      now += count;
      bar.update(now, { text: text() });
    },
    stop: () => bar.stop(),
  };
}
