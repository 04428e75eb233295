import { groupPhotographs } from '../domain/csv/group-photographs.ts';
import { planRosterImport, type RosterPlan, type RosterSurroundings } from '../domain/csv/plan-roster-import.ts';
import type { CsvTable } from '../domain/csv/read-csv.ts';
import { type Consent, enrolmentState, type Person, type PersonId, withConsent } from '../domain/person.ts';

/** A list, photographs, or both. */
export interface BulkSource {
  readonly table: CsvTable | undefined;
  /** Paths of the photographs, below the folder that was chosen. */
  readonly paths: readonly string[];
}

/** What importing it would do, without any of it being done. */
export type BulkPlan =
  | Exclude<RosterPlan, { outcome: 'planned' }>
  | (Extract<RosterPlan, { outcome: 'planned' }> & {
      /** Photographs of everybody who has some, whether they are enrolled or not. */
      readonly photographs: ReadonlyMap<PersonId, readonly string[]>;
      /** Photographs that belong to nobody. */
      readonly unusedPaths: readonly string[];
    });

/**
 * Plans a list with a folder of photographs. Whose photographs a row does not name, has those that bear the name; without
 * a list the photographs are the list.
 */
export function planBulk(
  { table, paths }: BulkSource,
  surroundings: Omit<RosterSurroundings, 'photographs'>,
): BulkPlan {
  const groups = groupPhotographs(paths);
  const named = new Map(groups.map(({ name, files }) => [key(name), files]));
  const plan = planRosterImport(
    table ??
      tableOf(
        groups.map(({ name }) => name),
        surroundings.people,
      ),
    {
      ...surroundings,
      ...(paths.length > 0 && { photographs: paths }),
    },
  );
  if (plan.outcome !== 'planned') return plan;
  const photographs = new Map<PersonId, readonly string[]>();
  for (const row of plan.rows) {
    if (!('person' in row)) continue;
    const files = row.photographs.length > 0 ? row.photographs : (named.get(key(row.person.name)) ?? []);
    if (paths.length > 0 && files.length > 0) photographs.set(row.person.id, files);
  }
  const used = new Set([...photographs.values()].flat());
  return { ...plan, photographs, unusedPaths: paths.filter((path) => !used.has(path)) };
}

/** What is to be saved and whom to enrol, once it is known what everybody agreed to. */
export interface BulkWork {
  /** Save these, all at once. */
  readonly people: readonly Person[];
  /** Then enrol these by their photographs. */
  readonly toEnrol: readonly PersonId[];
  /** There are photographs of these, but no consent. */
  readonly withoutConsent: readonly PersonId[];
}

/**
 * @param consent - that everybody gave whose photographs are there and whose consent is not recorded; undefined if nobody did
 * @param contract - of the verifier; undefined while it is loading, when whoever has a template counts as enrolled
 */
export function workOf(
  plan: Extract<BulkPlan, { outcome: 'planned' }>,
  consent: Consent | undefined,
  contract: string | undefined,
): BulkWork {
  const work = { people: new Map<PersonId, Person>(plan.people.map((person) => [person.id, person])) };
  const toEnrol: PersonId[] = [];
  const withoutConsent: PersonId[] = [];
  for (const row of plan.rows) {
    if (!('person' in row) || !plan.photographs.has(row.person.id)) continue;
    const isAsked = row.person.consent === undefined;
    if (isAsked) withoutConsent.push(row.person.id);
    const person = isAsked && consent !== undefined ? withConsent(row.person, consent) : row.person;
    if (person !== row.person) work.people.set(person.id, person);
    const state = enrolmentState(person, contract ?? person.enrolment?.contract ?? '');
    if (state === 'not-enrolled' || state === 'enrol-again') toEnrol.push(person.id);
  }
  return { people: [...work.people.values()], toEnrol, withoutConsent };
}

/**
 * The names of folders and files as a list of people: somebody who is here already is meant by their name, unless several
 * have it; then nobody is.
 */
function tableOf(names: readonly string[], people: readonly Person[]): CsvTable {
  const ids = new Map<string, readonly PersonId[]>();
  for (const { id, name } of people) ids.set(key(name), [...(ids.get(key(name)) ?? []), id]);
  const rows = names.flatMap((name, i) => {
    const known = ids.get(key(name)) ?? [];
    return known.length > 1 ? [] : [{ row: i + 1, cells: [name, known[0] ?? ''] }];
  });
  return { encoding: 'utf-8', encodingGuessed: false, delimiter: ',', header: ['name', 'id'], rows };
}

function key(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
