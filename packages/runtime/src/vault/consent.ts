import { FaceVerifyError } from '@face-verify/core';
import { assertOptions } from '../assert-options.ts';

/** That somebody agreed to their template being kept: without it none is stored. */
export interface Consent {
  /** Who agreed: the subject, or whoever may agree for them. */
  readonly givenBy: string;
  /** Which version of the text they agreed to, e.g. `2026-11 en`. */
  readonly textVersion: string;
  /** What the template may be used for, in the words of that text. */
  readonly purpose: string;
  /** When, in milliseconds since 1970. */
  readonly givenAtMs: number;
}

/** @throws {FaceVerifyError} `option-invalid` where a field is missing, empty or none of a consent */
export function assertConsent(value: unknown): asserts value is Consent {
  const consent = value as Consent;
  assertOptions(consent, { givenBy: true, textVersion: true, purpose: true, givenAtMs: true });
  const { givenBy, textVersion, purpose, givenAtMs } = consent;
  for (const [field, text] of Object.entries({ givenBy, textVersion, purpose })) {
    if (!isText(text)) throw new FaceVerifyError('option-invalid', `The consent has no ${field}.`);
  }
  if (!isTime(givenAtMs)) throw new FaceVerifyError('option-invalid', 'The consent does not say when it was given.');
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Milliseconds since 1970, as far as a Date can tell. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 8.64e15;
}
