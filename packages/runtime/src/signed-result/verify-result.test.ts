import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DevicePublicKey } from './signed-result.ts';
import { type VerifyResultOptions, verifyResult } from './verify-result.ts';

const AUDIENCE = 'https://door.example';
const HEADER = { alg: 'ES256', typ: 'face-verify-result+jwt' } as const;
const CLAIMS = {
  outcome: 'match',
  fmr: 0.001,
  contract: 'model/128/0f/1/0f/0f',
  liveness: 'passed',
  session: 'session-1',
  nonce: 'nonce-1',
};
const NOW_S = Math.floor(Date.now() / 1000);

let device: CryptoKeyPair;
let other: CryptoKeyPair;
let options: VerifyResultOptions;

beforeAll(async () => {
  device = await generateKeyPair('ES256', { extractable: true });
  other = await generateKeyPair('ES256');
  const jwk = (await exportJWK(device.publicKey)) as unknown as DevicePublicKey;
  options = { jwk, nonce: 'nonce-1', audience: AUDIENCE, maxAgeMs: 30_000, clockToleranceMs: 5_000 };
});

interface Forged {
  readonly claims?: object;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly audience?: string;
  readonly issuedAtS?: number;
  readonly key?: CryptoKey | Uint8Array;
}

function forge({ claims, header, audience = AUDIENCE, issuedAtS = NOW_S, key = device.privateKey }: Forged = {}) {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ ...HEADER, ...header })
    .setAudience(audience)
    .setIssuedAt(issuedAtS)
    .sign(key);
}

describe('a signed result', () => {
  it('says on the server what the page has signed', async () => {
    expect(await verifyResult(await forge(), options)).toEqual({
      outcome: 'match',
      fmr: 0.001,
      contract: CLAIMS.contract,
      liveness: 'passed',
      session: 'session-1',
      signedAtMs: NOW_S * 1000,
    });
  });

  it('says why it is inconclusive', async () => {
    const jws = await forge({ claims: { outcome: 'inconclusive', reason: 'no-face', fmr: undefined } });
    expect(await verifyResult(jws, options)).toMatchObject({ outcome: 'inconclusive', reason: 'no-face' });
  });

  it.each<[string, string, () => Promise<string>]>([
    ['of another device', 'wrong-signature', () => forge({ key: other.privateKey })],
    [
      'whose outcome was changed',
      'wrong-signature',
      async () => changed(await forge({ claims: { outcome: 'non-match' } })),
    ],
    ['whose signature was taken off', 'wrong-signature', async () => (await forge()).replace(/[^.]+$/, '')],
    ['without a signature', 'malformed', async () => unsigned()],
    ['signed with the public key as a secret', 'malformed', () => forge({ header: { alg: 'HS256' }, key: secret() })],
    ['that is another kind of token', 'malformed', () => forge({ header: { typ: 'JWT' } })],
    ['for another attempt', 'wrong-nonce', () => forge({ claims: { nonce: 'nonce-2' } })],
    ['for no attempt', 'wrong-nonce', () => forge({ claims: { nonce: undefined } })],
    ['for another server', 'wrong-audience', () => forge({ audience: 'https://other.example' })],
    ['of yesterday', 'too-old', () => forge({ issuedAtS: NOW_S - 86_400 })],
    ['of tomorrow', 'from-the-future', () => forge({ issuedAtS: NOW_S + 86_400 })],
    ['of an unknown outcome', 'malformed', () => forge({ claims: { outcome: 'Match' } })],
    ['of a match without a promise', 'malformed', () => forge({ claims: { fmr: undefined } })],
    ['of a match with a false match rate of 1', 'malformed', () => forge({ claims: { fmr: 1 } })],
    ['of a match with a text as false match rate', 'malformed', () => forge({ claims: { fmr: '0.001' } })],
    ['of a match that was inconclusive', 'malformed', () => forge({ claims: { reason: 'no-face' } })],
    ['of a similarity above 1', 'malformed', () => forge({ claims: { similarity: 1.5 } })],
    ['of an unknown liveness', 'malformed', () => forge({ claims: { liveness: true } })],
    ['without a contract', 'malformed', () => forge({ claims: { contract: '' } })],
    ['of no session', 'malformed', () => forge({ claims: { session: undefined } })],
    ['that is empty', 'malformed', async () => ''],
    ['that is no text', 'malformed', async () => ({ outcome: 'match' }) as never],
    ['that is missing', 'malformed', async () => undefined as never],
    ['that is two dots', 'malformed', async () => '..'],
    ['that is a megabyte of nothing', 'malformed', async () => 'A'.repeat(1_000_000)],
  ])('%s is %s', async (_, reason, make) => {
    expect(await verifyResult(await make(), options)).toEqual({ outcome: 'invalid', reason });
  });

  it('may be of a clock that differs a little', async () => {
    for (const issuedAtS of [NOW_S - 33, NOW_S + 3]) {
      expect(await verifyResult(await forge({ issuedAtS }), options)).toMatchObject({ outcome: 'match' });
    }
  });

  it.each<[string, () => object]>([
    ['no key', () => ({ jwk: undefined })],
    ['a private key', async () => ({ jwk: await exportJWK(device.privateKey) })],
    ['a secret', () => ({ jwk: { kty: 'oct', k: 'AAAA' } })],
    ['a key of another curve', () => ({ jwk: { ...options.jwk, crv: 'P-384' } })],
    ['a key that is no point', () => ({ jwk: { ...options.jwk, y: options.jwk.x } })],
    ['no nonce', () => ({ nonce: '' })],
    ['no audience', () => ({ audience: undefined })],
    ['no age', () => ({ maxAgeMs: Number.NaN })],
    ['endless age', () => ({ maxAgeMs: Number.POSITIVE_INFINITY })],
    ['a negative tolerance', () => ({ clockToleranceMs: -1 })],
    ['an option that does not exist', () => ({ maxAge: 1 })],
  ])('is not checked with %s', async (_, wrong) => {
    const checking = verifyResult(await forge(), { ...options, ...(await wrong()) });
    await expect(checking).rejects.toMatchObject({ code: 'option-invalid' });
  });
});

/** As a match, with the signature of what it was. */
function changed(jws: string): string {
  const [header, payload = '', signature] = jws.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return [header, encoded({ ...claims, outcome: 'match' }), signature].join('.');
}

function unsigned(): string {
  const claims = { ...CLAIMS, aud: AUDIENCE, iat: NOW_S };
  return `${encoded({ ...HEADER, alg: 'none' })}.${encoded(claims)}.`;
}

function secret(): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(options.jwk));
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
