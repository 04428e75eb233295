import type { Person, PersonId } from '../person.ts';
import type { LocalDate } from '../place-time.ts';
import type { DatedRecord } from './working-days.ts';

/** One person's day. */
export interface PersonDay {
  readonly person: PersonId;
  readonly day: LocalDate;
  /** By time. */
  readonly records: readonly DatedRecord[];
  readonly firstIn?: DatedRecord;
  readonly lastOut?: DatedRecord;
  /** By the last record of the day. */
  readonly now: 'in' | 'out';
}

/** Who came on a day, and who did not. */
export interface DayView {
  readonly day: LocalDate;
  /** In the order in which they came. */
  readonly arrived: readonly PersonDay[];
  /** Active people without a record, by name. */
  readonly missing: readonly Person[];
  /** How many of {@link arrived} are still in. */
  readonly presentCount: number;
}

/** @param records - as `listUnderDays` gives them */
export function viewDay(people: readonly Person[], records: readonly DatedRecord[], day: LocalDate): DayView {
  const arrived = personDays(records.filter((record) => record.day === day));
  const came = new Set(arrived.map(({ person }) => person));
  const missing = people.filter(({ id, active }) => active && !came.has(id));
  return {
    day,
    arrived,
    missing: missing.sort((a, b) => COLLATOR.compare(a.name, b.name)),
    presentCount: arrived.filter(({ now }) => now === 'in').length,
  };
}

/**
 * History: one entry for each person and day that has records, by day and then by the first record of it.
 *
 * @param records - as `listUnderDays` gives them
 */
export function personDays(records: readonly DatedRecord[]): readonly PersonDay[] {
  const groups = new Map<string, DatedRecord[]>();
  for (const record of records) {
    const key = `${record.day} ${record.person}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].map(personDay).sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

function personDay(records: readonly DatedRecord[]): PersonDay {
  const [first] = records as [DatedRecord, ...DatedRecord[]];
  const last = records.at(-1) ?? first;
  const firstIn = records.find(({ direction }) => direction === 'in');
  const lastOut = records.findLast(({ direction }) => direction === 'out');
  return {
    ...{ person: first.person, day: first.day, records, now: last.direction },
    ...(firstIn !== undefined && { firstIn }),
    ...(lastOut !== undefined && { lastOut }),
  };
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true });
