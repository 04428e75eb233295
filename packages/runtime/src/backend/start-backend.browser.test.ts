import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import type { BackendReport } from '../api.ts';
import { startBackend } from './start-backend.ts';
import { BACKEND_LIMIT_MS } from './within-backend-limit.ts';

const ASSETS = await openAssets('/drawn/');
const report = (running: string) =>
  ({ requested: 'auto', running, reason: 'Chosen by a test.' }) as unknown as BackendReport;

const late = { dispose: vi.fn<() => void>() };
const factory = vi.fn<() => Promise<tf.KernelBackend>>();
let arrive: () => void;

beforeEach(async () => {
  await startBackend(report('wasm'), ASSETS);
  factory.mockReset().mockReturnValue(
    new Promise((resolve) => {
      arrive = () => resolve(late as unknown as tf.KernelBackend);
    }),
  );
  late.dispose.mockReset();
  tf.registerBackend('silent', factory);
});
afterEach(() => {
  vi.restoreAllMocks();
  tf.removeBackend('silent');
});

async function expectNothingLeft(): Promise<void> {
  const { activate } = await startBackend(report('wasm'), ASSETS);
  arrive();
  await vi.waitFor(() => expect(late.dispose).toHaveBeenCalledOnce());
  activate();
  expect(tf.getBackend()).toBe('wasm');
  expect(tf.backend()).toBe(tf.findBackend('wasm'));
}

test('a backend that never answers fails after the limit, lets others start, and is disposed of if it comes late', async () => {
  const { setTimeout } = globalThis;
  const shortened = (act: () => void, ms?: number) => setTimeout(act, ms === BACKEND_LIMIT_MS ? 1 : ms);
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(shortened as typeof setTimeout);
  await expect(startBackend(report('silent'), ASSETS)).rejects.toMatchObject({
    code: 'backend-unavailable',
    message: expect.stringContaining('60 s'),
  });
  await expectNothingLeft();
});

test('a backend whose start was aborted lets others start at once, and is disposed of if it comes late', async () => {
  const abort = new AbortController();
  const starting = expect(startBackend(report('silent'), ASSETS, abort.signal)).rejects.toMatchObject({
    code: 'aborted',
  });
  await vi.waitFor(() => expect(factory).toHaveBeenCalledOnce(), 10_000);
  abort.abort();
  await starting;
  await expectNothingLeft();
});

test('a backend that failed can be started again', async () => {
  factory.mockRejectedValueOnce(new Error('The driver crashed.'));
  await expect(startBackend(report('silent'), ASSETS)).rejects.toMatchObject({
    code: 'backend-unavailable',
    cause: { message: 'The driver crashed.' },
  });
  const starting = startBackend(report('silent'), ASSETS);
  arrive();
  const backend = await starting;
  expect(tf.findBackend('silent')).toBe(late);
  expect(backend.report.running).toBe('silent');
});
