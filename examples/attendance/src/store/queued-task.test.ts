import { expect, it, vi } from 'vitest';
import { QueuedTask } from './queued-task.ts';

it('runs once for all who ask before it begins, and once more for those who ask later', async () => {
  let end: () => void = () => undefined;
  const work = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  const task = new QueuedTask(work);
  const first = [task.run(), task.run(), task.run()];
  await Promise.resolve();
  const second = [task.run(), task.run()];
  expect(work).toHaveBeenCalledTimes(1);
  end();
  await Promise.all(first);
  end();
  await Promise.all(second);
  await task.ended;
  expect(work).toHaveBeenCalledTimes(2);
});

it('goes on after a run that failed', async () => {
  const work = vi.fn().mockRejectedValueOnce(new Error('no room')).mockResolvedValue(undefined);
  const task = new QueuedTask(work);
  await task.run();
  await task.run();
  expect(work).toHaveBeenCalledTimes(2);
});
