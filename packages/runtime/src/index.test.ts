import { expect, test } from 'vitest';

test('importing the SDK touches no global, and on a server it says that it is for browsers', async () => {
  const before = Reflect.ownKeys(globalThis);
  const { createFaceVerifier } = await import('./index.ts');
  await expect(createFaceVerifier()).rejects.toMatchObject({
    code: 'backend-unavailable',
    details: { missing: 'browser' },
  });
  expect(Reflect.ownKeys(globalThis)).toEqual(before);
});
