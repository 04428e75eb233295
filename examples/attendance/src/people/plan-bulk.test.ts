import { describe, expect, it } from 'vitest';
import { drawnPerson } from '../../testing/drawn-log.ts';
import { readCsv } from '../domain/csv/read-csv.ts';
import type { Consent, Person } from '../domain/person.ts';
import { type BulkPlan, planBulk, workOf } from './plan-bulk.ts';

const consent: Consent = {
  ...{ at: '2026-11-01T09:00:00.000Z', face: true, photographs: false, wording: 'v', givenBy: 'subject' },
};

function plan(csv: string | undefined, paths: readonly string[], people: readonly Person[] = []) {
  const table = csv === undefined ? undefined : readCsv(new TextEncoder().encode(csv));
  const planned: BulkPlan = planBulk({ table, paths }, { people });
  if (planned.outcome !== 'planned') throw new Error(planned.outcome);
  return planned;
}

describe('planBulk', () => {
  it('gives people of a list the photographs that their rows name, and otherwise those that bear their names', () => {
    const { people, photographs, unusedPaths } = plan('name,photo\nAda,scan-7.jpg\nBen,\n', [
      ...['class/scan-7.jpg', 'class/Ben-1.jpg', 'class/Ben-2.jpg', 'class/Cleo.jpg'],
    ]);
    const of = (name: string) => photographs.get(people.find((person) => person.name === name)?.id ?? '');
    expect([of('Ada'), of('Ben')]).toEqual([['class/scan-7.jpg'], ['class/Ben-1.jpg', 'class/Ben-2.jpg']]);
    expect(unusedPaths).toEqual(['class/Cleo.jpg']);
  });

  it('takes a folder for the list where there is none, and finds who is here already whatever their group', () => {
    const ada = drawnPerson('Ada', { group: '3b', number: '7' });
    const { rows, people, photographs } = plan(undefined, ['c/Ada/1.jpg', 'c/Ben/1.jpg'], [ada]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['same', 'new']);
    expect(photographs.get(ada.id)).toEqual(['c/Ada/1.jpg']);
    expect(photographs.get(people[0]?.id ?? '')).toEqual(['c/Ben/1.jpg']);
  });

  it('gives photographs to nobody where two people have the name', () => {
    const twins = [drawnPerson('Ada', { group: '3a' }), drawnPerson('Ada', { group: '3b' })];
    const { rows, unusedPaths } = plan(undefined, ['c/Ada.jpg'], twins);
    expect(rows).toEqual([]);
    expect(unusedPaths).toEqual(['c/Ada.jpg']);
  });
});

describe('workOf', () => {
  it('enrols nobody without consent, and says how many that are', () => {
    const work = workOf(plan('name\nAda\n', ['Ada.jpg']), undefined, 'c');
    expect(work.toEnrol).toEqual([]);
    expect(work.withoutConsent).toHaveLength(1);
  });

  it('saves the consent that was given for those who have photographs, and leaves a recorded refusal alone', () => {
    const ben = drawnPerson('Ben', { consent: { ...consent, face: false } });
    const work = workOf(plan('name\nAda\nBen\nCleo\n', ['Ada.jpg', 'Ben.jpg'], [ben]), consent, 'c');
    const [ada, cleo] = work.people;
    expect([ada?.name, ada?.consent, cleo?.name, cleo?.consent]).toEqual(['Ada', consent, 'Cleo', undefined]);
    expect(work.toEnrol).toEqual([ada?.id]);
  });

  it('goes on with whoever is not enrolled yet when the same files come again', () => {
    const enrolment = { at: consent.at, template: 't', contract: 'c', faceCount: 1, source: 'photographs' } as const;
    const done = drawnPerson('Ada', { consent, enrolment });
    const open = drawnPerson('Ben', { consent });
    const again = workOf(plan('name\nAda\nBen\n', ['Ada.jpg', 'Ben.jpg'], [done, open]), consent, 'c');
    expect(again.people).toEqual([]);
    expect(again.toEnrol).toEqual([open.id]);
    const files = plan('name\nAda\nBen\n', ['Ada.jpg', 'Ben.jpg'], [done, open]);
    expect(workOf(files, consent, 'a newer one').toEnrol).toEqual([done.id, open.id]);
    expect(workOf(files, consent, undefined).toEnrol).toEqual([open.id]);
  });
});
