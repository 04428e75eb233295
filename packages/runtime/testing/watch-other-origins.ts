import { afterAll, beforeAll, expect } from 'vitest';
import { commands } from 'vitest/browser';

// Part of every browser test: what runs on the device must not ask elsewhere.
beforeAll(() => commands.watchOtherOrigins());

afterAll(async () => {
  expect(await commands.otherOriginsAsked(), 'requests to other origins').toEqual([]);
});
