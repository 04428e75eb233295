import { afterEach, expect, test, vi } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

afterEach(() => vi.restoreAllMocks());

/** A clock of which each step of what runs takes so long. */
function stepsOf(stepMs: number, count: number, whenDone?: (step: number) => void) {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  return (function* () {
    for (let step = 1; step <= count; step++) {
      now += stepMs;
      whenDone?.(step);
      yield step;
    }
    return 'the result';
  })();
}

test('gives what the generator returns', async () => {
  expect(await runInSlices(stepsOf(1, 5), () => {})).toBe('the result');
});

test('lets everything else run after each slice, which is shorter than a frame of the screen', async () => {
  const events: string[] = [];
  const turn = () => setImmediate(() => events.push('something else'));
  const running = runInSlices(
    stepsOf(5, 7, (step) => {
      events.push(`step ${step}`);
      if (step % 3 === 0) turn();
    }),
    (step) => events.push(`at ${step}`),
  );
  await running;
  const slices = events.join(', ').split(', something else');
  expect(slices[0]).toBe('step 1, step 2, step 3, at 3');
  expect(slices[1]).toBe(', step 4, step 5, step 6, at 6');
});

test('ends with what is thrown between two slices', async () => {
  const done: number[] = [];
  const running = runInSlices(
    stepsOf(20, 100, (step) => done.push(step)),
    (step) => {
      if (step === 3) throw new Error('enough');
    },
  );
  await expect(running).rejects.toThrow('enough');
  expect(done).toEqual([1, 2, 3]);
});
