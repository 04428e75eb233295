import { expect, it } from 'vitest';
import { createSealKey, randomKeyBytes } from './seal-key.ts';

const bytes = randomKeyBytes();
const key = await createSealKey(bytes);
const VALUE = { name: 'Anna', template: 'T' };

it('opens what it sealed, also after it was read again', async () => {
  const sealed = await key.seal(VALUE, 'person:1');
  expect(await (await createSealKey(bytes)).open(sealed, 'person:1')).toEqual(VALUE);
  expect(sealed).not.toContain('Anna');
});

it('opens nothing of another key, for another place, or that was changed', async () => {
  const sealed = await key.seal(VALUE, 'person:1');
  const changed = sealed.slice(0, 20) + (sealed[20] === 'A' ? 'B' : 'A') + sealed.slice(21);
  expect(await (await createSealKey(randomKeyBytes())).open(sealed, 'person:1')).toBeUndefined();
  expect(await key.open(sealed, 'person:2')).toBeUndefined();
  for (const text of [changed, sealed.slice(0, -2), '', '!']) expect(await key.open(text, 'person:1')).toBeUndefined();
});

it('seals the same to the same, so that kiosks agree, and anything else to something else', async () => {
  const sealed = await key.seal(VALUE, 'person:1');
  expect(await key.seal(VALUE, 'person:1')).toBe(sealed);
  const others = [key.seal({ ...VALUE, name: 'Ben' }, 'person:1'), key.seal(VALUE, 'person:2')];
  const nonces = [sealed, ...(await Promise.all(others))].map((text) => text.slice(0, 16));
  expect(new Set(nonces).size).toBe(3);
});
