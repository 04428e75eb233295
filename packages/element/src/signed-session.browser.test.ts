import { createResultSigner, verifyResult } from 'face-verify/signed-result';
import { expect, test } from 'vitest';
import { done } from '../testing/states.ts';
import { signState } from './signed-session.ts';

const MATCH = { outcome: 'match', similarity: 0.7, threshold: { similarity: 0.3, fmr: 0.001 } } as never;

test.for(['passed', 'failed', 'not-asked'] as const)(
  "the SDK's signer signs, and its server reads, a match whose liveness is %s",
  async (outcome) => {
    const signer = createResultSigner({ name: crypto.randomUUID() });
    const options = { nonce: 'nonce', audience: 'https://door.example' };
    const state = { ...done(MATCH), liveness: { outcome } } as ReturnType<typeof done>;
    const signed = await signState(
      state,
      (result, facts) => signer.sign(result, { ...options, ...facts }),
      async () => 'model/128',
    );
    const { token } = (signed as { result: { token: string } }).result;
    const { jwk } = await signer.publicKey();
    const read = await verifyResult(token, { ...options, jwk, maxAgeMs: 60_000 });
    expect(read).toMatchObject({ outcome: 'match', liveness: outcome, contract: 'model/128' });
    await signer.deleteKey();
  },
);
