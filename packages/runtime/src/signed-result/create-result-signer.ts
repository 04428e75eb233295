import { FaceVerifyError } from '@face-verify/core';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';
import { A_TEXT, checkOptions, type OptionRules, oneOf } from '../options/check-options.ts';
import { Database } from '../storage/database.ts';
import { type DeviceSchema, deviceKey, deviceLayout } from './device-key.ts';
import {
  A_SHORT_TEXT,
  ALGORITHM,
  type DevicePublicKey,
  type SignedLiveness,
  TOKEN_TYPE,
  wrongClaim,
} from './signed-result.ts';

/** What can be signed: a `VerificationResult`, or the result of a session that verified. */
export type SignableResult =
  | {
      readonly outcome: 'match' | 'non-match';
      readonly similarity: number;
      readonly threshold: { readonly fmr: number | 'unknown' };
    }
  | { readonly outcome: 'inconclusive'; readonly reason: string };

/** What a signature is bound to. */
export interface SignOptions {
  /** From the server, for this attempt alone; at most 512 characters. */
  readonly nonce: string;
  /** Whom the result is for, e.g. the server's origin; at most 512 characters. */
  readonly audience: string;
  /** `verifier.contract`. */
  readonly contract: string;
  /** `liveness.outcome` of a session's last state; default `not-asked`. */
  readonly liveness?: SignedLiveness;
  /** Names the session; default a random one. */
  readonly session?: string;
  /** Default false: who sees similarities can climb towards a match. */
  readonly includeSimilarity?: boolean;
}

/** The public half of a device’s key, for the server to keep, and its thumbprint (RFC 7638). */
export interface DeviceKeyName {
  readonly jwk: DevicePublicKey;
  readonly thumbprint: string;
}

/** Signs results with a key of this device. Each call may throw `storage-unavailable` or `storage-full`. */
export interface ResultSigner {
  /**
   * The public key, and its thumbprint (RFC 7638) as a short name for it. Made at the first call; the same from then on,
   * unless the visitor clears the site's data.
   */
  publicKey(): Promise<DeviceKeyName>;

  /**
   * A compact JWS (RFC 7515) of what was decided, without template or photograph.
   *
   * @throws {FaceVerifyError} `option-invalid`, also where the result is none
   */
  sign(result: SignableResult, options: SignOptions): Promise<string>;

  /** Destroys the key. The next call makes another, which the server does not know. */
  deleteKey(): Promise<void>;
}

/** Where the device’s key is kept. */
export interface ResultSignerOptions {
  /** Of the database, before `-device`; default `face-verify`. */
  readonly name?: string;
}

/**
 * Nothing is opened before the first call.
 *
 * @throws {FaceVerifyError} `option-invalid`
 * @example
 * const signer = createResultSigner();
 * const { result } = await verifier.verify(video, reference);
 * const jws = await signer.sign(result, { nonce, audience: 'https://door.example', contract: verifier.contract });
 */
export function createResultSigner(options: ResultSignerOptions = {}): ResultSigner {
  checkOptions(options, { name: A_TEXT });
  const { name = 'face-verify' } = options;
  return new DeviceResultSigner(new Database(deviceLayout(name)));
}

class DeviceResultSigner implements ResultSigner {
  readonly #database: Database<DeviceSchema>;

  constructor(database: Database<DeviceSchema>) {
    this.#database = database;
  }

  async publicKey(): Promise<DeviceKeyName> {
    return nameOfKey((await deviceKey(this.#database)).publicKey);
  }

  async sign(result: SignableResult, options: SignOptions): Promise<string> {
    const claims = claimsOf(result, options);
    const { audience } = options;
    const { privateKey, publicKey } = await deviceKey(this.#database);
    const { thumbprint } = await nameOfKey(publicKey);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, typ: TOKEN_TYPE, kid: thumbprint })
      .setAudience(audience)
      .setIssuedAt()
      .sign(privateKey);
  }

  deleteKey(): Promise<void> {
    return this.#database.write((transaction) => transaction.objectStore('keys').clear());
  }
}

async function nameOfKey(publicKey: CryptoKey): Promise<DeviceKeyName> {
  const { x = '', y = '' } = await exportJWK(publicKey);
  const jwk: DevicePublicKey = { kty: 'EC', crv: 'P-256', x, y };
  return { jwk, thumbprint: await calculateJwkThumbprint({ ...jwk }) };
}

/** The claims of a statement are checked all together. */
const SIGN_OPTIONS: OptionRules<SignOptions> = {
  nonce: A_SHORT_TEXT,
  audience: A_SHORT_TEXT,
  contract: A_SHORT_TEXT,
  liveness: A_TEXT,
  session: A_SHORT_TEXT,
  includeSimilarity: oneOf(true, false),
};

function claimsOf(result: SignableResult, options: SignOptions): Record<string, unknown> {
  checkOptions(options, SIGN_OPTIONS, ['nonce', 'audience', 'contract']);
  const { nonce, contract, liveness = 'not-asked', includeSimilarity = false } = options;
  const { outcome } = result ?? {};
  const claims = {
    outcome,
    ...(result?.outcome === 'inconclusive' ? { reason: result.reason } : { fmr: result?.threshold?.fmr }),
    contract,
    liveness,
    session: options.session ?? crypto.randomUUID(),
    nonce,
    ...(includeSimilarity && result?.outcome !== 'inconclusive' && { similarity: result?.similarity }),
  };
  const wrong = wrongClaim(claims);
  if (wrong === undefined) return claims;
  throw new FaceVerifyError('option-invalid', `This result cannot be signed: its ${wrong} is missing or wrong.`);
}
