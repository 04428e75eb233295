import { deleteDB, openDB } from 'idb';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createResultSigner,
  type ResultSigner,
  type SignableResult,
  type SignOptions,
} from './create-result-signer.ts';
import { verifyResult } from './verify-result.ts';

const MATCH = { outcome: 'match', similarity: 0.71, threshold: { similarity: 0.3, fmr: 0.001 } } as const;
const OPTIONS: SignOptions = { nonce: 'nonce-1', audience: 'https://door.example', contract: 'model/128' };

let name: string;
let signer: ResultSigner;

beforeEach(() => {
  name = crypto.randomUUID();
  signer = createResultSigner({ name });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDB(`${name}-device`);
});

const check = async (jws: string) => {
  const { jwk } = await signer.publicKey();
  return verifyResult(jws, { jwk, nonce: OPTIONS.nonce, audience: OPTIONS.audience, maxAgeMs: 60_000 });
};

describe('a signer', () => {
  test('signs what was decided, and nothing more', async () => {
    const jws = await signer.sign(MATCH, { ...OPTIONS, liveness: 'passed', session: 's-1' });
    expect(decodeJwt(jws)).toEqual({
      outcome: 'match',
      fmr: 0.001,
      contract: 'model/128',
      liveness: 'passed',
      session: 's-1',
      nonce: 'nonce-1',
      aud: 'https://door.example',
      iat: expect.any(Number),
    });
    expect(await check(jws)).toMatchObject({ outcome: 'match', fmr: 0.001 });
  });

  test.for<SignableResult>([
    { outcome: 'non-match', similarity: 0.1, threshold: { fmr: 'unknown' } },
    { outcome: 'inconclusive', reason: 'no-face' },
  ])('signs $outcome as well', async (result) => {
    expect(await check(await signer.sign(result, OPTIONS))).toMatchObject({ outcome: result.outcome });
  });

  test('tells the similarity only where it is asked to', async () => {
    const jws = await signer.sign(MATCH, { ...OPTIONS, includeSimilarity: true });
    expect(await check(jws)).toMatchObject({ similarity: 0.71 });
    expect(decodeJwt(await signer.sign(MATCH, OPTIONS))).not.toHaveProperty('similarity');
  });

  test('has one key, also after a reload and in two tabs, until it is deleted', async () => {
    const other = createResultSigner({ name });
    const [first, second] = await Promise.all([signer.publicKey(), other.publicKey()]);
    expect(second).toEqual(first);
    expect(decodeProtectedHeader(await other.sign(MATCH, OPTIONS)).kid).toBe(first.thumbprint);
    await signer.deleteKey();
    expect((await other.publicKey()).thumbprint).not.toBe(first.thumbprint);
  });

  test('has a private key that no script can read, and tells only the public one', async () => {
    const { jwk } = await signer.publicKey();
    expect(Object.keys(jwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
    const database = await openDB(`${name}-device`);
    const { privateKey } = await database.get('keys', 'current');
    database.close();
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
  });

  test.for<[string, unknown, object]>([
    ['nothing', undefined, {}],
    ['another outcome', { ...MATCH, outcome: 'identified' }, {}],
    ['a match without a threshold', { outcome: 'match', similarity: 1 }, {}],
    ['an inconclusive result without a reason', { outcome: 'inconclusive' }, {}],
    ['a report instead of its result', { result: MATCH }, {}],
    ['no nonce', MATCH, { nonce: '' }],
    ['a long nonce', MATCH, { nonce: 'n'.repeat(513) }],
    ['no audience', MATCH, { audience: undefined }],
    ['no contract', MATCH, { contract: undefined }],
    ['another liveness', MATCH, { liveness: true }],
    ['a similarity that nobody asked for clearly', MATCH, { includeSimilarity: 'no' }],
    ['an option that does not exist', MATCH, { template: 'x' }],
  ])('does not sign %s', async ([, result, options]) => {
    const signing = signer.sign(result as SignableResult, { ...OPTIONS, ...options });
    await expect(signing).rejects.toMatchObject({ code: 'option-invalid' });
  });

  test('says that there is no storage', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(signer.sign(MATCH, OPTIONS)).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  test('refuses options that it does not have', () => {
    for (const options of [{ nmae: 'x' }, { name: '' }]) {
      expect(() => createResultSigner(options)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
    }
  });
});
