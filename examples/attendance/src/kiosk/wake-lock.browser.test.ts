import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WakeLock } from './wake-lock.ts';

/** Locks that were given, by a device that gives them. */
let given: { released: boolean; release(): Promise<void> }[];
let request: ReturnType<typeof vi.fn<() => Promise<WakeLockSentinel>>>;
const locks: WakeLock[] = [];

beforeEach(() => {
  given = [];
  request = vi.fn(async () => {
    const lock = {
      released: false,
      async release() {
        lock.released = true;
      },
    };
    given.push(lock);
    return lock as unknown as WakeLockSentinel;
  });
  vi.spyOn(navigator.wakeLock, 'request').mockImplementation(request);
});

afterEach(() => {
  for (const lock of locks.splice(0)) lock.stop();
  vi.restoreAllMocks();
});

function start(): WakeLock {
  const lock = new WakeLock();
  locks.push(lock);
  lock.start();
  return lock;
}

/** As browsers do it: whatever keeps the screen on is let go of with the page that hides. */
async function turn(state: 'hidden' | 'visible'): Promise<void> {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(state === 'hidden');
  if (state === 'hidden') for (const lock of given) await lock.release();
  document.dispatchEvent(new Event('visibilitychange'));
}

const held = () => given.filter(({ released }) => !released).length;

it('the screen is kept on, and asked for again when the page that was hidden is shown', async () => {
  start();
  await expect.poll(held).toBe(1);
  expect(request).toHaveBeenCalledWith('screen');
  await turn('hidden');
  expect(request).toHaveBeenCalledTimes(1);
  await turn('visible');
  await expect.poll(held).toBe(1);
  expect(request).toHaveBeenCalledTimes(2);
});

it('nothing is asked for while it is kept on', async () => {
  start();
  await expect.poll(held).toBe(1);
  await turn('visible');
  expect(request).toHaveBeenCalledTimes(1);
});

it('whatever was given is let go of at the end, also what comes only then, and nothing is asked for any more', async () => {
  const lock = start();
  await expect.poll(held).toBe(1);
  lock.stop();
  await expect.poll(held).toBe(0);
  await turn('visible');
  expect(request).toHaveBeenCalledTimes(1);
  start().stop();
  await expect.poll(() => given.length).toBe(2);
  await expect.poll(held).toBe(0);
});

it('a device that says no is asked again the next time the page is shown', async () => {
  request.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
  start();
  await expect.poll(() => request.mock.calls.length).toBe(1);
  await turn('hidden');
  await turn('visible');
  await expect.poll(held).toBe(1);
});
