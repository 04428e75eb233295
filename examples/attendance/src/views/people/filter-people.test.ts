import { describe, expect, it } from 'vitest';
import { drawnPerson } from '../../../testing/drawn-log.ts';
import { EVERYBODY, filterPeople, groupsOf, stateOf } from './filter-people.ts';

const zoe = drawnPerson('Zoë Müller', { number: '0042', group: '3b' });
const ali = drawnPerson('Ali Aydın', { group: '10a' });
const old = drawnPerson('Otto', { active: false });
const people = [zoe, ali, old];

describe('filterPeople', () => {
  it('finds names without their accents and in any case, and parts of numbers', () => {
    expect(filterPeople(people, { ...EVERYBODY, text: 'MULLER ' }, 'c')).toEqual([zoe]);
    expect(filterPeople(people, { ...EVERYBODY, text: '42' }, 'c')).toEqual([zoe]);
  });

  it('keeps to a group, also to those without one, and to a state', () => {
    expect(filterPeople(people, { ...EVERYBODY, group: '' }, 'c')).toEqual([old]);
    expect(filterPeople(people, { ...EVERYBODY, state: 'inactive' }, 'c')).toEqual([old]);
  });
});

describe('groupsOf', () => {
  it('sorts groups as people count', () => {
    expect(groupsOf(people)).toEqual(['', '3b', '10a']);
  });
});

describe('stateOf', () => {
  it('takes a template for the verifier’s until it is known', () => {
    const consent = {
      at: '2026-11-01T09:00:00.000Z',
      face: true,
      photographs: false,
      wording: 'v',
      givenBy: 'subject',
    };
    const enrolment = { at: consent.at, template: 't', contract: 'old', faceCount: 1, source: 'camera' };
    const person = drawnPerson('Ada', { consent, enrolment } as never);
    expect([stateOf(person, undefined), stateOf(person, 'old'), stateOf(person, 'new')]).toEqual([
      'enrolled',
      'enrolled',
      'enrol-again',
    ]);
  });
});
