import { FaceVerifyError } from '@face-verify/core';
import { errors, importJWK, type JWTPayload, jwtVerify } from 'jose';
import { AN_OBJECT, checkOptions, type OptionRules } from '../options/check-options.ts';
import {
  A_SHORT_TEXT,
  ALGORITHM,
  type DevicePublicKey,
  type SignedStatement,
  TOKEN_TYPE,
  wrongClaim,
} from './signed-result.ts';

/** What a signed result is checked against. */
export interface VerifyResultOptions {
  /** The key that the server kept when the device was enrolled; never one that came with the result. */
  readonly jwk: DevicePublicKey;
  /** The one that the server gave out for this attempt, and accepts once. */
  readonly nonce: string;
  /** What the page signs as audience. */
  readonly audience: string;
  /** How old the result may be, in milliseconds by the clock of the device. */
  readonly maxAgeMs: number;
  /** How much the clocks of device and server may differ, in milliseconds; default 60,000. */
  readonly clockToleranceMs?: number;
}

/** Why a text is no result of this device for this attempt. */
export type InvalidResultReason =
  /** Not a signed result, or damaged. */
  | 'malformed'
  /** Signed by another key, or changed afterwards. */
  | 'wrong-signature'
  | 'wrong-nonce'
  | 'wrong-audience'
  | 'too-old'
  /** Signed later than now: the clock of the device is ahead. */
  | 'from-the-future';

/** What a signed result says, if it is one: only then its outcome is that of a comparison. */
export type CheckedResult = SignedStatement | { readonly outcome: 'invalid'; readonly reason: InvalidResultReason };

/**
 * Checks a signed result, on a server: in Node and every other place that has Web Cryptography. `match` means that a page
 * with this device's key said so; what it cannot prove is in the guide.
 *
 * @param jws - as it came from the page, whatever it is
 * @throws {FaceVerifyError} `option-invalid` where the options are wrong, which are the server's own
 * @example
 * const checked = await verifyResult(body.result, { jwk, nonce, audience: 'https://door.example', maxAgeMs: 60_000 });
 * if (checked.outcome === 'match' && checked.fmr !== 'unknown') open();
 */
export async function verifyResult(jws: string, options: VerifyResultOptions): Promise<CheckedResult> {
  checkOptions(options, VERIFY_RESULT_OPTIONS, ['jwk', 'nonce', 'audience', 'maxAgeMs']);
  const { nonce, audience, maxAgeMs, clockToleranceMs = 60_000 } = options;
  const key = await publicKeyOf(options.jwk);
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(jws, key, {
      algorithms: [ALGORITHM],
      typ: TOKEN_TYPE,
      audience,
      requiredClaims: ['aud', 'iat', 'nonce'],
      maxTokenAge: maxAgeMs / 1000,
      clockTolerance: clockToleranceMs / 1000,
    }));
  } catch (error) {
    return { outcome: 'invalid', reason: reasonOf(error) };
  }
  if (payload.nonce !== nonce) return { outcome: 'invalid', reason: 'wrong-nonce' };
  // Whoever has the device can sign anything.
  if (wrongClaim(payload) !== undefined) return { outcome: 'invalid', reason: 'malformed' };
  return statementOf(payload);
}

function statementOf(claims: JWTPayload): SignedStatement {
  const {
    outcome,
    reason,
    fmr,
    contract,
    liveness,
    session,
    similarity,
    iat = 0,
  } = claims as JWTPayload & SignedStatement;
  return {
    outcome,
    ...(reason !== undefined && { reason }),
    ...(fmr !== undefined && { fmr }),
    contract,
    liveness,
    session,
    signedAtMs: iat * 1000,
    ...(similarity !== undefined && { similarity }),
  };
}

function reasonOf(error: unknown): InvalidResultReason {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'wrong-signature';
  if (error instanceof errors.JWTExpired) return 'too-old';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'wrong-audience';
    if (error.claim === 'iat' && error.reason === 'check_failed') return 'from-the-future';
    if (error.claim === 'nonce') return 'wrong-nonce';
  }
  return 'malformed';
}

const VERIFY_RESULT_OPTIONS: OptionRules<VerifyResultOptions> = {
  jwk: AN_OBJECT,
  nonce: A_SHORT_TEXT,
  audience: A_SHORT_TEXT,
  maxAgeMs: [(value) => Number.isFinite(value) && (value as number) > 0, 'is a number above 0'],
  clockToleranceMs: [(value) => Number.isFinite(value) && (value as number) >= 0, 'is a number from 0 on'],
};

async function publicKeyOf(jwk: DevicePublicKey): Promise<CryptoKey> {
  const { kty, crv, x, y, ...others } = { ...jwk } as Record<string, unknown>;
  if (kty === 'EC' && crv === 'P-256' && !('d' in others)) {
    try {
      return (await importJWK({ kty, crv, x: String(x), y: String(y) }, ALGORITHM)) as CryptoKey;
    } catch {
      // No point of the curve.
    }
  }
  throw new FaceVerifyError('option-invalid', 'jwk has to be the public key that signer.publicKey() gave.');
}
