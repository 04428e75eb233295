/** Shorter than a frame of the screen, so that a page stays in motion. */
const SLICE_MS = 12;

/**
 * Runs what takes long a slice at a time, and lets the page do everything else in between.
 *
 * @param afterSlice - gets where it stands; what it throws ends the run
 */
export async function runInSlices<Progress, Result>(
  steps: Generator<Progress, Result, void>,
  afterSlice: (progress: Progress) => void,
): Promise<Result> {
  let endMs = performance.now() + SLICE_MS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < endMs) continue;
    afterSlice(value);
    await nextTurn();
    endMs = performance.now() + SLICE_MS;
  }
}

/** Not by a timer: browsers let those of hidden pages wait for a second. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
