import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnPerson } from '../../../testing/drawn-log.ts';
import { type Person, tidyField } from '../person.ts';
import { groupPhotographs } from './group-photographs.ts';
import { writePeopleCsv } from './people-csv.ts';
import { planRosterImport, type RosterPlan, type RosterSurroundings } from './plan-roster-import.ts';
import { readCsv } from './read-csv.ts';

function plan(
  csv: string,
  surroundings: Partial<RosterSurroundings> = {},
): Extract<RosterPlan, { outcome: 'planned' }> {
  const planned = planRosterImport(readCsv(new TextEncoder().encode(csv)), { people: [], ...surroundings });
  if (planned.outcome !== 'planned') throw new Error(planned.outcome);
  return planned;
}

const outcomes = (planned: ReturnType<typeof plan>) =>
  planned.rows.map((row) => (row.outcome === 'refused' ? row.reason : row.outcome));
const names = (planned: ReturnType<typeof plan>) => planned.people.map(({ name }) => name);

describe('a roster', () => {
  it.each([
    ['Name;Klasse\nAnna Berg;5a', 'Anna Berg', '5a'],
    ['Vorname;Nachname;Abteilung\nAnna;Berg;Lager', 'Anna Berg', 'Lager'],
    ['Achternaam,Voornaam,Groep\nBerg,Anna,A', 'Anna Berg', 'A'],
    ['Prénom;Nom;Équipe\nAnna;Berg;Nuit', 'Anna Berg', 'Nuit'],
    ['NOMBRE,APELLIDOS,GRUPO\nAna,Gil Ruiz,B', 'Ana Gil Ruiz', 'B'],
    ['الاسم,الصف\nليلى,٣', 'ليلى', '٣'],
    ['नाम,कक्षा\nआशा,3', 'आशा', '3'],
    ['Nama Lengkap,Kelas\nSiti,3', 'Siti', '3'],
    ['姓名,班级\n王芳,3', '王芳', '3'],
    ['氏名,組\n山田太郎,3', '山田太郎', '3'],
    ['First name,Last name,Department\nAnna,Berg,Sales', 'Anna Berg', 'Sales'],
  ])('is read by the headings that people use: %j', (csv, name, group) => {
    expect(plan(csv).people).toMatchObject([{ name, group, active: true }]);
  });

  it('without names is not guessed at', () => {
    const planned = planRosterImport(readCsv(new TextEncoder().encode('Anna,5a\nBen,5b')), { people: [] });
    expect(planned).toEqual({ outcome: 'no-name-column', header: ['Anna', '5a'] });
  });

  it('says which columns it did not use', () => {
    expect(plan('name,birthday,group\nAnna,2001-01-01,A').unusedColumns).toEqual(['birthday']);
  });

  it('is told row by row, and only whole rows become people', () => {
    const planned = plan(
      'name,number,photo\nAnna,1,a.jpg\n,2,b.jpg\nCarl,3,none.jpg\nAnna,1,a.jpg\nDana,1,d.jpg\nE,5,6,7',
      {
        photographs: ['class/A.JPG', 'class/b.jpg', 'class/d.jpg'],
      },
    );
    expect(outcomes(planned)).toEqual([
      'new',
      'no-name',
      'photograph-missing',
      'repeated',
      'number-taken',
      'too-many-cells',
    ]);
    expect(planned.rows[0]).toMatchObject({ row: 2, photographs: ['class/A.JPG'] });
    expect(planned.rows[3]).toEqual({ row: 5, outcome: 'repeated', ofRow: 2 });
    expect(names(planned)).toEqual(['Anna']);
  });

  it('tells photographs of one name apart by the folders that are named with them', () => {
    const photographs = ['class/anna/1.jpg', 'class/ben/1.jpg'];
    expect(plan('name,photo\nBen,Ben\\1.jpg\nAnna,anna/1.jpg', { photographs }).rows).toMatchObject([
      { photographs: ['class/ben/1.jpg'] },
      { photographs: ['class/anna/1.jpg'] },
    ]);
  });

  it('may name photographs that come later, and several of them', () => {
    expect(plan('name,photo\nAnna,a.jpg | b.jpg').rows).toMatchObject([{ photographs: ['a.jpg', 'b.jpg'] }]);
  });

  it('knows who is there already, by number or by name and group', () => {
    const people = [drawnPerson('Anna', { number: '1', group: 'A' }), drawnPerson('Ben', { group: 'B' })];
    const planned = plan('name,number,group\nAnna,1,C\nBen,,B\nBen,,C\nZoë,1,A', { people });
    expect(outcomes(planned)).toEqual(['changed', 'same', 'new', 'number-taken']);
    expect(planned.people[0]).toEqual({ ...people[0], group: 'C' });
  });

  it('leaves alone what it has no column for', () => {
    const enrolled = drawnPerson('Anna', {
      number: '1',
      group: 'A',
      pin: { kdf: 'PBKDF2-SHA-256', iterations: 1, salt: '', hash: '' },
    });
    expect(outcomes(plan('name,number\nAnna,1', { people: [enrolled] }))).toEqual(['same']);
  });

  it('does not bring back who was erased, and takes no id that is none', () => {
    const [gone] = [drawnPerson('Anna')];
    const planned = plan(`id,name\n${gone?.id},Anna\n1,Ben`, { erased: new Set([gone?.id ?? '']) });
    expect(outcomes(planned)).toEqual(['erased', 'id-invalid']);
  });

  it.each([
    'face,,v1,subject',
    'face,2026-11-28,v1,subject',
    'yes,2026-11-28T08:00:00.000Z,v1,subject',
    'constructor,2026-11-28T08:00:00.000Z,v1,subject',
    'face,2026-11-28T08:00:00.000Z,v1,boss',
  ])('believes no consent that is not whole: %s', (consent) => {
    expect(outcomes(plan(`name,consent,consent at,consent wording,consent by\nAnna,${consent}`))).toEqual([
      'consent-invalid',
    ]);
  });
});

describe('people who were exported', () => {
  const field = fc
    .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=1+1', '-5', "'+x", 'a,"b";c', 'Zoë'))
    .map(tidyField);
  const consent = fc.record({
    at: fc.integer({ min: 0, max: 2e12 }).map((ms) => new Date(ms).toISOString()),
    face: fc.boolean(),
    photographs: fc.boolean(),
    wording: field,
    givenBy: fc.constantFrom<'subject' | 'guardian'>('subject', 'guardian'),
  });
  const person: fc.Arbitrary<Person> = fc.record(
    {
      id: fc.uuid(),
      name: field.filter((name) => name !== ''),
      number: field,
      group: field,
      active: fc.boolean(),
      consent,
    },
    { requiredKeys: ['id', 'name', 'number', 'group', 'active'] },
  );
  const people = fc
    .uniqueArray(person, { selector: ({ id }) => id, maxLength: 20 })
    .map((all) =>
      all.filter((one, i) => one.number === '' || all.findIndex(({ number }) => number === one.number) === i),
    );

  it('are the same people when imported, wherever', () => {
    fc.assert(
      fc.property(people, fc.constantFrom<',' | ';'>(',', ';'), (exported, delimiter) => {
        const csv = writePeopleCsv(exported, delimiter);
        expect(plan(csv).people).toEqual(exported);
        expect(plan(csv, { people: exported }).people).toEqual([]);
      }),
    );
  });
});

describe('photographs in a folder', () => {
  it("are one person's by the folder of her own, or by their names", () => {
    const paths = [
      '5a/Anna Berg/2.jpg',
      '5a/Anna Berg/1.PNG',
      '5a/Ben_Cohen-2.jpg',
      '5a/Ben_Cohen.jpg',
      '5a/notes.txt',
    ];
    expect(groupPhotographs(paths)).toEqual([
      { name: 'Anna Berg', files: ['5a/Anna Berg/1.PNG', '5a/Anna Berg/2.jpg'] },
      { name: 'Ben Cohen', files: ['5a/Ben_Cohen-2.jpg', '5a/Ben_Cohen.jpg'] },
    ]);
  });

  it('without a name are left out', () => {
    expect(groupPhotographs(['1.jpg', '.jpg', ''])).toEqual([]);
  });
});
