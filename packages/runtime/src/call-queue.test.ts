import { expect, test } from 'vitest';
import { CallQueue } from './call-queue.ts';

/** A call that ends when it is told to. */
function heldCall(log: string[], name: string) {
  let end = () => {};
  const ended = new Promise<string>((resolve) => {
    end = () => resolve(name);
  });
  const call = () => {
    log.push(name);
    return ended;
  };
  return { call, end };
}

test('a call starts when the one before it has ended', async () => {
  const log: string[] = [];
  const queue = new CallQueue();
  const first = heldCall(log, 'first');
  const second = heldCall(log, 'second');
  const results = [queue.run(first.call), queue.run(second.call)];
  second.end();
  await Promise.resolve();
  expect(log).toEqual(['first']);
  first.end();
  expect(await Promise.all(results)).toEqual(['first', 'second']);
  expect(log).toEqual(['first', 'second']);
});

test('a call that fails does not stop the next', async () => {
  const queue = new CallQueue();
  const failed = queue.run(() => Promise.reject(new Error('broken')));
  const next = queue.run(async () => 'fine');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('fine');
});
