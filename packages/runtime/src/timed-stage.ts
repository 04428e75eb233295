/** What the names of all measures begin with. */
const PREFIX = 'face-verify: ';

/**
 * Does something, and notes on the timeline of the page or worker from when to when: the browser's tools for developers
 * show it, and `performance.getEntriesByType('measure')` gives it.
 *
 * @param stage - what is done, of the fewest words
 */
export async function timedStage<Result>(stage: string, act: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  try {
    return await act();
  } finally {
    performance.measure(PREFIX + stage, { start });
  }
}
