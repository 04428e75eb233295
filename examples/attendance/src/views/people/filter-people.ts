import { type EnrolmentState, enrolmentState, type Person } from '../../domain/person.ts';

/** Whom somebody wants to see. */
export interface PeopleFilter {
  /** Part of a name or a number, in any case and with or without accents. */
  readonly text: string;
  /** Undefined for all. */
  readonly group: string | undefined;
  /** Undefined for all. */
  readonly state: EnrolmentState | undefined;
}

export const EVERYBODY: PeopleFilter = { text: '', group: undefined, state: undefined };

/**
 * @param contract - of the verifier; while there is none yet, every template is taken for one of it
 */
export function stateOf(person: Person, contract: string | undefined): EnrolmentState {
  return enrolmentState(person, contract ?? person.enrolment?.contract ?? '');
}

export function filterPeople(
  people: readonly Person[],
  { text, group, state }: PeopleFilter,
  contract: string | undefined,
): readonly Person[] {
  const wanted = fold(text);
  return people.filter(
    (person) =>
      (wanted === '' || fold(person.name).includes(wanted) || fold(person.number).includes(wanted)) &&
      (group === undefined || person.group === group) &&
      (state === undefined || stateOf(person, contract) === state),
  );
}

/** Groups that there are, by name. */
export function groupsOf(people: readonly Person[]): readonly string[] {
  const collator = new Intl.Collator(undefined, { numeric: true });
  return [...new Set(people.map(({ group }) => group))].sort(collator.compare);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
