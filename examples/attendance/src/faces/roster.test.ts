import { drawnContract } from '@face-verify/testkit';
import { type FaceTemplate, templateCodec } from 'face-verify';
import { describe, expect, it, vi } from 'vitest';
import { createPerson, type Person } from '../domain/person.ts';
import { Roster } from './roster.ts';

const CONTRACT = drawnContract();
const AT = '2026-11-28T08:00:00.000Z';

function template(seed: number): string {
  const numbers = Array.from({ length: 128 }, (_, i) => Math.sin((seed + 1) * (i + 1)));
  const length = Math.hypot(...numbers);
  const vector = Float32Array.from(numbers, (number) => number / length);
  return templateCodec.encodeText({
    embedding: { vector, norm: 10, contract: CONTRACT },
    faceCount: 1,
  } as FaceTemplate);
}

function enrolled(name: string, stored: string, contract: string = CONTRACT): Person {
  const consent = { at: AT, face: true, photographs: false, wording: 'v1', givenBy: 'subject' } as const;
  const enrolment = { at: AT, template: stored, contract, faceCount: 1, source: 'camera' } as const;
  return { ...createPerson({ name }), consent, enrolment };
}

const ADA = enrolled('Ada', template(1));
const BEN = enrolled('Ben', template(2));
const idsOf = (roster: Roster) => [...roster.gallery].map(([id]) => id).sort();

describe('a roster', () => {
  it('has those who are enrolled with this contract, and who is inactive or of another not', () => {
    const roster = new Roster(CONTRACT);
    const other = enrolled('Eve', template(3), drawnContract('another'));
    roster.follow([ADA, BEN, other, { ...enrolled('Ida', template(4)), active: false }, createPerson({ name: 'New' })]);
    expect(idsOf(roster)).toEqual([ADA.id, BEN.id].sort());
    expect([...roster.unreadable]).toEqual([]);
  });

  it('stays one gallery, in which who was enrolled again is new and who has gone is not', () => {
    const roster = new Roster(CONTRACT);
    roster.follow([ADA, BEN]);
    const { gallery } = roster;
    const before = gallery.get(ADA.id);
    roster.follow([enrolledAgain(ADA, template(5))]);
    expect(roster.gallery).toBe(gallery);
    expect(idsOf(roster)).toEqual([ADA.id]);
    expect(gallery.get(ADA.id)).not.toEqual(before);
  });

  it('reads a template once, however often people change', () => {
    const decode = vi.spyOn(templateCodec, 'decode');
    const roster = new Roster(CONTRACT);
    roster.follow([ADA, BEN]);
    roster.follow([{ ...ADA, name: 'Ada L.' }, BEN]);
    roster.follow([BEN, ADA]);
    expect(decode).toHaveBeenCalledTimes(2);
    decode.mockRestore();
  });

  it('names whose template cannot be read, and greets nobody by what was there before', () => {
    const roster = new Roster(CONTRACT);
    roster.follow([ADA]);
    const broken = enrolledAgain(ADA, 'no template');
    for (const people of [[broken], [broken, BEN]]) {
      roster.follow(people);
      expect([...roster.unreadable]).toEqual([ADA.id]);
      expect(roster.gallery.has(ADA.id)).toBe(false);
    }
    roster.follow([ADA, BEN]);
    expect([...roster.unreadable]).toEqual([]);
    expect(roster.gallery.has(ADA.id)).toBe(true);
  });
});

function enrolledAgain(person: Person, stored: string): Person {
  return { ...person, ...(person.enrolment !== undefined && { enrolment: { ...person.enrolment, template: stored } }) };
}
