import { A_TEXT, A_TIME, checkOptions, type OptionRules } from '../options/check-options.ts';

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

const FIELDS: OptionRules<Consent> = { givenBy: A_TEXT, textVersion: A_TEXT, purpose: A_TEXT, givenAtMs: A_TIME };

/** @throws {FaceVerifyError} `option-invalid` where a field is missing, empty or none of a consent */
export function assertConsent(consent: Consent): void {
  checkOptions(consent, FIELDS, ['givenBy', 'textVersion', 'purpose', 'givenAtMs']);
}
