import { drawnContract } from '@face-verify/testkit';
import { deleteDB } from 'idb';
import { expect, test } from 'vitest';
import { drawnTemplate } from '../../testing/drawn-template.ts';
import { createAttempts } from '../attempts/create-attempts.ts';
import { createResultSigner } from '../signed-result/create-result-signer.ts';
import { createVault } from '../vault/create-vault.ts';

test('a vault, attempts and a signer of one name leave one another their keys', async () => {
  const name = crypto.randomUUID();
  const vault = createVault({ name });
  const attempts = createAttempts({ name });
  const signer = createResultSigner({ name });
  const consent = { givenBy: 'Ada', textVersion: '1', purpose: 'the door', givenAtMs: 1 };
  await vault.store({ id: 'ada', template: drawnTemplate(1), consent, expiresAtMs: Date.now() + 60_000 });
  for (let i = 0; i < 5; i++) await attempts.guard('ada', async () => ({ outcome: 'non-match' }) as const);
  const key = await signer.publicKey();
  expect(await vault.read('ada', { contract: drawnContract() })).toMatchObject({ outcome: 'found' });
  expect(await attempts.permission('ada')).toMatchObject({ permission: 'wait' });
  expect(await signer.publicKey()).toEqual(key);
  for (const kind of ['vault', 'attempts', 'device']) await deleteDB(`${name}-${kind}`);
});
