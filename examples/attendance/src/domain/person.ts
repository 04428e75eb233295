import type { Instant } from './instant.ts';
import type { Card } from './secrets/card.ts';
import type { Pin } from './secrets/pin.ts';

/** Random, so that it says nothing about the person and two devices never give the same. */
export type PersonId = string & { readonly brand?: 'person' };

/** What a person agreed to, or did no longer. The latest record counts. */
export interface Consent {
  readonly at: Instant;
  /** A template of the face may be stored and compared. */
  readonly face: boolean;
  /** The photographs may be kept too, so that a new model needs no new ones. */
  readonly photographs: boolean;
  /** Which text was agreed to, e.g. `2026-11/en`. */
  readonly wording: string;
  readonly givenBy: 'subject' | 'guardian';
}

/** A stored template and where it comes from. */
export interface Enrolment {
  readonly at: Instant;
  /** As `templateCodec` of `face-verify` writes it. */
  readonly template: string;
  /** Of the template: a verifier of another contract cannot compare it. */
  readonly contract: string;
  /** Faces that the template was averaged from, at least 1. */
  readonly faceCount: number;
  readonly source: 'camera' | 'photographs';
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** Staff or student number, typed at the kiosk with the PIN; empty if there is none. */
  readonly number: string;
  /** Class, team or shift; empty if there is none. */
  readonly group: string;
  /** Whether the person is expected and may check in. */
  readonly active: boolean;
  readonly consent?: Consent;
  /** Only with consent. */
  readonly enrolment?: Enrolment;
  readonly pin?: Pin;
  readonly card?: Card;
}

/** What is typed about a person. */
export type Profile = Pick<Person, 'name'> & Partial<Pick<Person, 'number' | 'group' | 'active'>>;

/** Characters at most, of a name, a number and a group. */
const MAX_FIELD_LENGTH = 200;

/** A person who is not enrolled yet. */
export function createPerson({ name, number = '', group = '', active = true }: Profile): Person {
  const id: PersonId = crypto.randomUUID();
  return { id, name: tidyField(name), number: tidyField(number), group: tidyField(group), active };
}

/** A name, number or group as it is stored: one line, composed characters, no space around it, not endless. */
export function tidyField(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Z}\uFEFF]+/gu, ' ')
    .trim();
  return [...line].slice(0, MAX_FIELD_LENGTH).join('').trimEnd();
}

/** The person with a consent record; a template goes with the consent that it needs. */
export function withConsent({ enrolment, ...person }: Person, consent: Consent): Person {
  return { ...person, consent, ...(consent.face && enrolment !== undefined && { enrolment }) };
}

/** Why a person is, or is not, greeted by face. */
export type EnrolmentState = 'enrolled' | 'no-consent' | 'not-enrolled' | 'enrol-again' | 'inactive';

/**
 * @param contract - of the verifier in use
 */
export function enrolmentState(person: Person, contract: string): EnrolmentState {
  if (!person.active) return 'inactive';
  if (person.consent?.face !== true) return 'no-consent';
  if (person.enrolment === undefined) return 'not-enrolled';
  return person.enrolment.contract === contract ? 'enrolled' : 'enrol-again';
}
