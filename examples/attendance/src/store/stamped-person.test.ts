import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnPerson } from '../../testing/drawn-log.ts';
import type { Consent, Enrolment, Person } from '../domain/person.ts';
import { mergePersons, stampPerson, unstampPerson } from './stamped-person.ts';

const T = ['2026-11-28T08:00:00.000Z', '2026-11-28T09:00:00.000Z', '2026-11-28T10:00:00.000Z'] as const;
const consent: Consent = { at: T[0], face: true, photographs: false, wording: 'v1', givenBy: 'subject' };
const enrolment: Enrolment = { at: T[0], template: 't', contract: 'c', faceCount: 1, source: 'camera' };
const anna: Person = { ...drawnPerson('Anna'), consent, enrolment };
const first = stampPerson(anna, undefined, T[0]);

describe('a person with times', () => {
  it('is the same person without', () => {
    expect(unstampPerson(first)).toEqual(anna);
    expect(unstampPerson(stampPerson(drawnPerson('Ben', { id: anna.id }), first, T[1]))).toEqual(
      drawnPerson('Ben', { id: anna.id }),
    );
  });

  it('has a new time only where something changed, later than before even if the clock was set back', () => {
    const later = stampPerson({ ...anna, name: 'Anna Berg' }, first, '2020-01-01T00:00:00.000Z');
    expect(later.profile.at > first.profile.at).toBe(true);
    expect(later.enrolment).toEqual(first.enrolment);
    expect(stampPerson(anna, first, T[2])).toEqual(first);
  });
});

describe('what two kiosks know of one person', () => {
  it('is the newer of each part', () => {
    const renamed = stampPerson({ ...anna, name: 'Anna Berg' }, first, T[1]);
    const moved = stampPerson({ ...anna, number: '17', name: 'Annie' }, first, T[2]);
    const enrolledAgain = stampPerson({ ...anna, enrolment: { ...enrolment, template: 'u' } }, first, T[1]);
    expect(unstampPerson(mergePersons(renamed, moved))).toMatchObject({ name: 'Annie', number: '17' });
    expect(unstampPerson(mergePersons(renamed, enrolledAgain))).toMatchObject({
      name: 'Anna Berg',
      enrolment: { template: 'u' },
    });
  });

  it('has no template once consent was withdrawn, whoever enrolled later', () => {
    const { enrolment: _, ...rest } = anna;
    const withdrawn = stampPerson({ ...rest, consent: { ...consent, face: false } }, first, T[1]);
    const enrolledAgain = stampPerson({ ...anna, enrolment: { ...enrolment, template: 'u' } }, first, T[2]);
    expect(unstampPerson(mergePersons(withdrawn, enrolledAgain)).enrolment).toBeUndefined();
    expect(unstampPerson(mergePersons(enrolledAgain, withdrawn)).enrolment).toBeUndefined();
  });

  it('does not depend on the order in which they hear of it, nor on how often', () => {
    const changes = fc.record(
      {
        name: fc.constantFrom('Anna', 'Annie'),
        consent: fc.option(fc.boolean().map((face) => ({ ...consent, face }))),
        template: fc.constantFrom('t', 'u'),
      },
      { requiredKeys: [] },
    );
    /** What a kiosk makes of somebody, by itself, at these times. */
    const kiosk = (times: readonly string[]) =>
      fc.array(changes, { maxLength: 3 }).map((made) =>
        made.reduce((before, change, i) => {
          const { name = before.profile.value?.name ?? '', consent: agreed = before.consent.value } = change;
          const { enrolment: former, consent: _, ...rest } = unstampPerson(before);
          const { template = former?.template } = change;
          const person: Person = {
            ...{ ...rest, name },
            ...(agreed !== null && { consent: agreed }),
            ...(agreed?.face === true && template !== undefined && { enrolment: { ...enrolment, template } }),
          };
          return stampPerson(person, before, times[i] ?? '');
        }, first),
      );
    const hours = (minute: number) => [11, 12, 13].map((hour) => `2026-11-28T${hour}:0${minute}:00.000Z`);
    fc.assert(
      fc.property(kiosk(hours(0)), kiosk(hours(1)), kiosk(hours(2)), (a, b, c) => {
        expect(mergePersons(a, b)).toEqual(mergePersons(b, a));
        expect(mergePersons(mergePersons(a, b), c)).toEqual(mergePersons(a, mergePersons(b, c)));
        expect(mergePersons(a, a)).toEqual(a);
        const person = unstampPerson(mergePersons(mergePersons(a, b), c));
        expect(person.enrolment === undefined || person.consent?.face === true).toBe(true);
      }),
    );
  });
});
