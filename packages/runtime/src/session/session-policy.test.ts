import { expect, test } from 'vitest';
import { type SessionDecider, sessionPolicy } from './session-policy.ts';
import type { WatchOptions } from './watch-options.ts';

const UNTRAINED = { threshold: undefined } as unknown as SessionDecider;

test.for<[WatchOptions, ends: boolean]>([
  [{ mode: 'enrol' }, true],
  [{ mode: 'capture', frames: 2 }, true],
  [{ mode: 'capture', liveness: true }, true],
  [{ mode: 'capture', liveness: { count: 1 } }, true],
  [{ mode: 'capture', frames: 1, liveness: false }, false],
  [{ mode: 'capture' }, false],
])('%o of a model without a threshold ends before anybody has to wait: %s', async ([options, ends]) => {
  const policy = sessionPolicy(UNTRAINED, options);
  const result = await policy.prepare(new AbortController().signal);
  expect(result).toEqual(ends ? { outcome: 'inconclusive', reason: 'model-not-trained' } : undefined);
});
