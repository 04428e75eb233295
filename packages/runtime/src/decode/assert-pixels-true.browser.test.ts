import { afterEach, expect, test, vi } from 'vitest';
import { assertPixelsTrue } from './assert-pixels-true.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser that gives back what was drawn is used', () => {
  expect(() => assertPixelsTrue()).not.toThrow();
});

test('a browser without OffscreenCanvas is called too old', () => {
  vi.stubGlobal('OffscreenCanvas', undefined);
  expect(() => assertPixelsTrue()).toThrow(
    expect.objectContaining({
      code: 'backend-unavailable',
      message: expect.stringContaining('too old'),
      details: { missing: 'offscreen-canvas' },
    }),
  );
});
