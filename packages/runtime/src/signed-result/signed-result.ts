import type { OptionRule } from '../options/check-options.ts';

/** The public half of a device's key (RFC 7517), for the server to keep when the device is enrolled. */
export interface DevicePublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** What came of a session's challenges, a deterrent: `liveness.outcome` of its last state. */
export type SignedLiveness = 'passed' | 'failed' | 'not-asked';

/** What a signed result says. */
export interface SignedStatement {
  readonly outcome: 'match' | 'non-match' | 'inconclusive';
  /** Why it is inconclusive. */
  readonly reason?: string;
  /** False match rate that the threshold promises; `unknown` where nobody measured it; not where inconclusive. */
  readonly fmr?: number | 'unknown';
  /** Of the model. */
  readonly contract: string;
  readonly liveness: SignedLiveness;
  /** Names the session, or the attempt. */
  readonly session: string;
  /** By the clock of the device, in milliseconds since 1970, cut off to seconds. */
  readonly signedAtMs: number;
  /** Only where the page asked for it. */
  readonly similarity?: number;
}

/** Kind of the JWS, so that no other token that the device may have signed is taken for a result. */
export const TOKEN_TYPE = 'face-verify-result+jwt';
export const ALGORITHM = 'ES256';

const OUTCOMES: readonly unknown[] = ['match', 'non-match', 'inconclusive'];
const LIVENESS: readonly unknown[] = ['passed', 'failed', 'not-asked'];

/** What is wrong with claims of unknown origin; undefined where they are a statement. */
export function wrongClaim(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { outcome, reason, fmr, contract, liveness, session, similarity } = claims;
  if (!OUTCOMES.includes(outcome)) return 'outcome';
  const isDecided = outcome !== 'inconclusive';
  const isFmr = fmr === 'unknown' || (typeof fmr === 'number' && fmr > 0 && fmr < 1);
  if (isDecided ? !isFmr : fmr !== undefined) return 'fmr';
  if (isDecided ? reason !== undefined : !isShortText(reason)) return 'reason';
  if (!isShortText(contract)) return 'contract';
  if (!LIVENESS.includes(liveness)) return 'liveness';
  if (!isShortText(session)) return 'session';
  if (similarity !== undefined && !(isDecided && isCosine(similarity))) return 'similarity';
  return undefined;
}

/** As a rule for options. */
export const A_SHORT_TEXT: OptionRule = [isShortText, 'is a text of 1 to 512 characters'];

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 512;
}

function isCosine(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= 1;
}
