import type { Instant } from '../domain/instant.ts';
import type { Person, PersonId } from '../domain/person.ts';

/** A part of what is known of a person, and when it was changed. */
interface Stamped<Value> {
  readonly at: Instant;
  /** Null where there is none, which is newer or older than some, too. */
  readonly value: Value | null;
}

type ProfileFields = 'name' | 'number' | 'group' | 'active';

/** A person as stored: in parts that two kiosks can change at the same time, each part by its own. */
export interface StampedPerson {
  readonly id: PersonId;
  readonly profile: Stamped<Pick<Person, ProfileFields>>;
  readonly consent: Stamped<NonNullable<Person['consent']>>;
  /** @property consentAt - time of the consent that it was made with */
  readonly enrolment: Stamped<NonNullable<Person['enrolment']>> & { readonly consentAt: Instant };
  readonly pin: Stamped<NonNullable<Person['pin']>>;
  readonly card: Stamped<NonNullable<Person['card']>>;
  /** When consent was missing or withdrawn last; a template of an earlier consent is gone for good. */
  readonly withdrawnAt: Instant;
}

type StampedParts = Pick<StampedPerson, 'profile' | 'consent' | 'pin' | 'card'> & {
  readonly enrolment: Stamped<NonNullable<Person['enrolment']>> & { readonly consentAt?: Instant };
};

const NEVER: Instant = '';
const PARTS = ['profile', 'consent', 'enrolment', 'pin', 'card'] as const;

/** The person with the time at every part that is not as it was before. */
export function stampPerson(person: Person, before: StampedPerson | undefined, at: Instant): StampedPerson {
  const { id, name, number, group, active, consent, enrolment, pin, card } = person;
  const values = { profile: { name, number, group, active }, consent, enrolment, pin, card };
  const stamp = (part: (typeof PARTS)[number]) => {
    const value = values[part] ?? null;
    const former = before?.[part];
    return former !== undefined && text(former.value) === text(value) ? former : { at: later(at, former?.at), value };
  };
  const parts = Object.fromEntries(PARTS.map((part) => [part, stamp(part)])) as unknown as StampedParts;
  const agreed = consent?.face === true;
  return {
    ...{ id, ...parts },
    // Where it is not new it has the time of its own consent.
    enrolment: { consentAt: parts.consent.at, ...parts.enrolment },
    withdrawnAt: agreed ? (before?.withdrawnAt ?? NEVER) : parts.consent.at,
  };
}

/** Without the time. */
export function unstampPerson({ id, profile, consent, enrolment, pin, card }: StampedPerson): Person {
  return {
    ...{ id, name: '', number: '', group: '', active: false, ...profile.value },
    ...(consent.value !== null && { consent: consent.value }),
    ...(enrolment.value !== null && { enrolment: enrolment.value }),
    ...(pin.value !== null && { pin: pin.value }),
    ...(card.value !== null && { card: card.value }),
  };
}

/**
 * What two kiosks know of one person: of each part the newer. A template goes with the consent that it was made with,
 * even where it is the newer part. The same whichever comes first.
 */
export function mergePersons(a: StampedPerson, b: StampedPerson): StampedPerson {
  const parts = Object.fromEntries(PARTS.map((part) => [part, newer(a[part], b[part])]));
  const withdrawnAt = a.withdrawnAt > b.withdrawnAt ? a.withdrawnAt : b.withdrawnAt;
  const merged = { id: a.id, ...parts, withdrawnAt } as StampedPerson;
  if (merged.enrolment.consentAt > withdrawnAt) return merged;
  return { ...merged, enrolment: { ...merged.enrolment, value: null } };
}

function newer(a: Stamped<unknown>, b: Stamped<unknown>): Stamped<unknown> {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return text(a.value) >= text(b.value) ? a : b;
}

/** After what was there, even where the clock was set back. */
function later(at: Instant, former: Instant | undefined): Instant {
  return former === undefined || at > former ? at : new Date(Date.parse(former) + 1).toISOString();
}

/** Equal for equal values, in whatever order their fields were written. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
