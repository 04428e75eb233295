import { isInstant } from '../instant.ts';
import { type Consent, createPerson, type Person, tidyField, withConsent } from '../person.ts';
import { CONSENT_WORDS } from './people-csv.ts';
import type { CsvRow, CsvTable } from './read-csv.ts';
import { findRosterColumns, type RosterField } from './roster-columns.ts';

/** Why a row is not imported. */
export type RosterRefusal =
  | NonNullable<CsvRow['damage']>
  | 'no-name'
  /** Its number is another person's, here or in a row above. */
  | 'number-taken'
  /** It names a photograph that was not handed over. */
  | 'photograph-missing'
  | 'id-invalid'
  /** This person was erased, and stays so. */
  | 'erased'
  | 'consent-invalid';

/** What becomes of one row, told by the number that a spreadsheet shows. */
export type RosterRow = { readonly row: number } & (
  | { readonly outcome: 'new' | 'changed' | 'same'; readonly person: Person; readonly photographs: readonly string[] }
  /** The same person as in a row above. */
  | { readonly outcome: 'repeated'; readonly ofRow: number }
  | { readonly outcome: 'refused'; readonly reason: RosterRefusal }
);

export type RosterPlan =
  | {
      readonly outcome: 'planned';
      readonly encoding: string;
      readonly encodingGuessed: boolean;
      /** Headings that nothing was read from. */
      readonly unusedColumns: readonly string[];
      readonly rows: readonly RosterRow[];
      /** Save these, all at once. */
      readonly people: readonly Person[];
    }
  /** No column is known to hold names. */
  | { readonly outcome: 'no-name-column'; readonly header: readonly string[] };

export interface RosterSurroundings {
  /** Who is there already. */
  readonly people: readonly Person[];
  /** Names of the files that were handed over; undefined where photographs come later or never. */
  readonly photographs?: readonly string[];
  /** Ids of people who were erased. */
  readonly erased?: ReadonlySet<string>;
}

/** Works out what importing a roster would do, row by row, without doing any of it. */
export function planRosterImport(table: CsvTable, surroundings: RosterSurroundings): RosterPlan {
  const columns = findRosterColumns(table.header);
  if (!columns.has('name') && !columns.has('firstName') && !columns.has('lastName')) {
    return { outcome: 'no-name-column', header: table.header };
  }
  const roster = new Roster(surroundings);
  const rows = table.rows.map((row) => roster.add(row, (field) => cellOf(row, columns.get(field))));
  const read = new Set(columns.values());
  return {
    outcome: 'planned',
    encoding: table.encoding,
    encodingGuessed: table.encodingGuessed,
    unusedColumns: table.header.filter((heading, column) => heading !== '' && !read.has(column)),
    rows,
    people: rows.flatMap((row) => (row.outcome === 'new' || row.outcome === 'changed' ? [row.person] : [])),
  };
}

type Cells = (field: RosterField) => string | undefined;

/** Who is there, and who comes with each row. */
class Roster {
  readonly #surroundings: RosterSurroundings;
  readonly #byId: Map<string, Person>;
  readonly #byNumber: Map<string, Person>;
  readonly #byName: Map<string, Person>;
  readonly #rowOf = new Map<string, number>();

  constructor(surroundings: RosterSurroundings) {
    const { people } = surroundings;
    this.#surroundings = surroundings;
    this.#byId = new Map(people.map((person) => [person.id, person]));
    this.#byNumber = new Map(people.filter(({ number }) => number !== '').map((person) => [person.number, person]));
    this.#byName = new Map(people.map((person) => [nameKey(person), person]));
  }

  add({ row, damage }: CsvRow, cells: Cells): RosterRow {
    const refused = (reason: RosterRefusal): RosterRow => ({ row, outcome: 'refused', reason });
    if (damage !== undefined) return refused(damage);
    const name = tidyField(cells('name') || [cells('firstName'), cells('lastName')].filter(Boolean).join(' '));
    if (name === '') return refused('no-name');
    const id = cells('id')?.trim().toLowerCase() || undefined;
    if (id !== undefined && !UUID.test(id)) return refused('id-invalid');
    if (id !== undefined && this.#surroundings.erased?.has(id)) return refused('erased');
    const consent = readConsent(cells);
    if (consent === 'invalid') return refused('consent-invalid');
    const photographs = this.#photographs(cells('photograph'));
    if (photographs === undefined) return refused('photograph-missing');

    const { person, known } = this.#person(name, id, cells, consent);
    if (this.#rowOf.has(person.id)) return { row, outcome: 'repeated', ofRow: this.#rowOf.get(person.id) as number };
    const owner = this.#byNumber.get(person.number);
    if (owner !== undefined && owner.id !== person.id) return refused('number-taken');
    this.#keep(person, row);
    const outcome = known === undefined ? 'new' : isSame(known, person) ? 'same' : 'changed';
    return { row, outcome, person, photographs };
  }

  /** The person that a row means: by id, else by number, else by name and group. */
  #person(name: string, id: string | undefined, cells: Cells, consent: Consent | undefined) {
    const typed = {
      name,
      ...(cells('number') !== undefined && { number: tidyField(cells('number') ?? '') }),
      ...(cells('group') !== undefined && { group: tidyField(cells('group') ?? '') }),
      ...(cells('active')?.trim() && { active: !INACTIVE.has((cells('active') ?? '').trim().toLowerCase()) }),
    };
    const fresh = createPerson(typed);
    const byNumber = this.#byNumber.get(fresh.number);
    const sameNumber = byNumber !== undefined && byNumber.name === name ? byNumber : undefined;
    const sameName = fresh.number === '' ? this.#byName.get(nameKey(fresh)) : undefined;
    const known = id !== undefined ? this.#byId.get(id) : (sameNumber ?? sameName);
    const person = known === undefined ? { ...fresh, ...(id !== undefined && { id }) } : { ...known, ...typed };
    return { known, person: consent === undefined ? person : withConsent(person, consent) };
  }

  /** The files that a cell names; undefined where one of them is not there. */
  #photographs(cell = ''): readonly string[] | undefined {
    const named = cell
      .split('|')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const { photographs } = this.#surroundings;
    if (photographs === undefined) return named;
    const found = named.map(
      (name) =>
        photographs.find((file) => `/${pathKey(file)}`.endsWith(`/${pathKey(name)}`)) ??
        photographs.find((file) => baseName(file) === baseName(name)),
    );
    return found.every((file) => file !== undefined) ? found : undefined;
  }

  #keep(person: Person, row: number): void {
    this.#rowOf.set(person.id, row);
    this.#byId.set(person.id, person);
    this.#byName.set(nameKey(person), person);
    if (person.number !== '') this.#byNumber.set(person.number, person);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INACTIVE: ReadonlySet<string> = new Set(['no', 'n', '0', 'false', 'nee', 'nein', 'non', 'nao', 'não', 'tidak']);

function cellOf({ cells }: CsvRow, column: number | undefined): string | undefined {
  return column === undefined ? undefined : (cells[column] ?? '');
}

function readConsent(cells: Cells): Consent | undefined | 'invalid' {
  const word = cells('consent')?.trim().toLowerCase() ?? '';
  if (word === '') return undefined;
  const at = cells('consentAt')?.trim() ?? '';
  const givenBy = cells('consentBy')?.trim();
  if (!Object.hasOwn(CONSENT_WORDS, word) || !isInstant(at)) return 'invalid';
  if (givenBy !== 'subject' && givenBy !== 'guardian') return 'invalid';
  const wording = tidyField(cells('consentWording') ?? '');
  return { at, ...CONSENT_WORDS[word as keyof typeof CONSENT_WORDS], wording, givenBy };
}

function isSame(a: Person, b: Person): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable({ name, number, group, active, consent }: Person) {
  const { at, face, photographs, wording, givenBy } = consent ?? {};
  return [name, number, group, active, at, face, photographs, wording, givenBy];
}

function nameKey({ name, group }: Person): string {
  return `${name}\n${group}`.toLowerCase();
}

function baseName(path: string): string {
  return pathKey(path).split('/').at(-1) ?? '';
}

function pathKey(path: string): string {
  return path.replaceAll('\\', '/').normalize('NFC').toLowerCase();
}
