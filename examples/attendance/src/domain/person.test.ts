import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnPerson } from '../../testing/drawn-log.ts';
import { findByNumber } from './find-person.ts';
import { type Consent, createPerson, type Enrolment, enrolmentState, tidyField, withConsent } from './person.ts';

const consent: Consent = {
  at: '2026-11-28T08:00:00.000Z',
  face: true,
  photographs: false,
  wording: '2026-11/en',
  givenBy: 'subject',
};
const enrolment: Enrolment = { at: consent.at, template: 't', contract: 'c', faceCount: 3, source: 'camera' };

describe('a name', () => {
  it.each([
    ['  Anna   Berg ', 'Anna Berg'],
    ['Anna\r\n\tBerg', 'Anna Berg'],
    ['Zoe\u0308', 'Zo\u00EB'],
    ['\uFEFFAnna\u00A0Berg\u2028', 'Anna Berg'],
    ['क्षत्रिय', 'क्षत्रिय'],
  ])('%j is stored as %j', (typed, stored) => {
    expect(createPerson({ name: typed }).name).toBe(stored);
  });

  it('once tidy stays as it is, and is never endless', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const tidy = tidyField(text);
        expect(tidyField(tidy)).toBe(tidy);
        expect([...tidy].length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('a template', () => {
  const person = { ...withConsent(drawnPerson('Anna'), consent), enrolment };

  it('goes when the consent to it does', () => {
    expect(withConsent(person, { ...consent, wording: 'newer' }).enrolment).toEqual(enrolment);
    expect('enrolment' in withConsent(person, { ...consent, face: false })).toBe(false);
  });

  it.each([
    ['enrolled', person],
    ['enrol-again', { ...person, enrolment: { ...enrolment, contract: 'older' } }],
    ['not-enrolled', withConsent(drawnPerson('Ben'), consent)],
    ['no-consent', drawnPerson('Ben')],
    ['no-consent', { ...person, consent: { ...consent, face: false } }],
    ['inactive', { ...person, active: false }],
  ])('makes a person %s', (state, who) => {
    expect(enrolmentState(who, 'c')).toBe(state);
  });
});

describe('a number', () => {
  const people = [
    drawnPerson('Anna', { number: '17' }),
    drawnPerson('Ben', { number: '18' }),
    drawnPerson('Carl', { number: '18' }),
    drawnPerson('Dana', { number: '19', active: false }),
    drawnPerson('Emil'),
  ];

  it('finds its person', () => {
    expect(findByNumber(people, ' 17 ')).toBe(people[0]);
  });

  it.each(['18', '19', '20', '', ' '])('%j finds nobody: two have it, or nobody who may check in', (number) => {
    expect(findByNumber(people, number)).toBeUndefined();
  });
});
