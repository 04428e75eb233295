import { afterAll, beforeAll, expect } from 'vitest';
import { commands } from 'vitest/browser';

// Part of every browser test: what runs on the device must not ask elsewhere.
beforeAll(() => commands.refuseOtherOrigins());

afterAll(async () => {
  expect(await commands.refusedRequests(), 'requests to other origins').toEqual([]);
});
