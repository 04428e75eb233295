import type { CheckIn } from '../domain/check-in.ts';
import { type AttendanceRecord, applyCorrections, type Correction } from '../domain/correction.ts';
import type { Instant } from '../domain/instant.ts';
import type { PersonId } from '../domain/person.ts';
import { addDays, type LocalDate } from '../domain/place-time.ts';
import type { Database, DocumentChange } from './database.ts';
import {
  type CheckInDocument,
  type CorrectionDocument,
  documentId,
  type FoundDocument,
  idIn,
  idRange,
  typeOf,
} from './documents.ts';
import { type Live, LiveValue } from './live.ts';
import type { PeopleRepository } from './people-repository.ts';

/** What is in the log of some dates. */
export interface LogPart {
  readonly checkIns: readonly CheckIn[];
  readonly corrections: readonly Correction[];
  /** With the corrections applied, by time. */
  readonly records: readonly AttendanceRecord[];
}

/** A part of the log that stays up to date until it is let go. */
export interface LiveLogPart extends Live<LogPart> {
  stop(): void;
}

/** Changes that come within this time are told at once, in milliseconds: five thousand by replication are not told one by one. */
const GATHER_MS = 20;

/** Check-ins and corrections: added, never changed. */
export class LogRepository {
  readonly #database: Database;
  readonly #people: PeopleRepository;
  readonly #latest = new LiveValue<Instant | undefined>(undefined);

  private constructor(database: Database, people: PeopleRepository) {
    this.#database = database;
    this.#people = people;
  }

  static async open(database: Database, people: PeopleRepository): Promise<LogRepository> {
    const log = new LogRepository(database, people);
    database.onChange(({ document }) => {
      if (document?.type === 'check-in') log.#noteLatest(document.instant);
    });
    const { startkey, endkey } = idRange('check-in');
    const last = { startkey: endkey, endkey: startkey, descending: true, limit: 1 };
    for (const { instant } of await database.all<CheckInDocument>('check-in', last)) log.#noteLatest(instant);
    return log;
  }

  /** Instant of the latest check-in of any kiosk, to compare the clock with. */
  get latest(): Live<Instant | undefined> {
    return this.#latest;
  }

  /**
   * Adds entries in one transaction: all of them or none. Those that are there already stay as they are.
   *
   * @throws {StoreError} `storage-full`, `storage-failed`; for corrections also `person-unknown`, `person-erased`
   */
  async add({ checkIns = [], corrections = [] }: Partial<Omit<LogPart, 'records'>>): Promise<void> {
    const sealed = await Promise.all(corrections.map((correction) => this.#toCorrectionDocument(correction)));
    await this.#database.write([...checkIns.map(toCheckInDocument), ...sealed]);
  }

  /** What was recorded under the local dates from one to another, both included. */
  async between(from: LocalDate, to: LocalDate): Promise<LogPart> {
    return this.#toPart(...(await this.#load(from, to)));
  }

  /** The whole log. */
  all(): Promise<LogPart> {
    return this.between('', '9999-12-31');
  }

  /** The same as {@link between}, kept up to date with this kiosk and all others. */
  async watchBetween(from: LocalDate, to: LocalDate): Promise<LiveLogPart> {
    const part = new LiveValue<LogPart>({ checkIns: [], corrections: [], records: [] });
    const documents = new Map<string, CheckInDocument | CorrectionDocument>();
    const early: DocumentChange[] = [];
    let loaded = false;
    let told: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const tell = async () => {
      told = undefined;
      const all = [...documents.values()];
      const next = await this.#toPart(
        all.filter((document) => document.type === 'check-in'),
        all.filter((document) => document.type === 'correction'),
      );
      if (!stopped) part.set(next);
    };
    const follow = ({ id, document }: DocumentChange) => {
      if (!isWithin(id, from, to)) return;
      if (document?.type === 'check-in' || document?.type === 'correction') documents.set(id, document);
      else documents.delete(id);
      told ??= setTimeout(() => void tell(), GATHER_MS);
    };
    const unfollow = this.#database.onChange((change) => (loaded ? follow(change) : early.push(change)));
    for (const document of (await this.#load(from, to)).flat()) documents.set(document._id, document);
    loaded = true;
    early.forEach(follow);
    const unwatch = this.#people.all.watch(() => {
      told ??= setTimeout(() => void tell(), GATHER_MS);
    });
    await tell();
    return {
      get current() {
        return part.current;
      },
      watch: (listener) => part.watch(listener),
      stop: () => {
        stopped = true;
        unfollow();
        unwatch();
        clearTimeout(told);
      },
    };
  }

  /** Removes all entries of these people; returns how many. */
  async removeOf(people: ReadonlySet<PersonId>): Promise<number> {
    return this.#remove((document) => people.has(document.person), '9999-12-31');
  }

  /** Removes all entries before a local date; returns how many. */
  async removeBefore(date: LocalDate): Promise<number> {
    return this.#remove(() => true, addDays(date, -1));
  }

  async #remove(which: (document: CheckInDocument | CorrectionDocument) => boolean, to: LocalDate): Promise<number> {
    const gone = (await this.#load('', to)).flat().filter(which);
    await this.#database.remove(gone);
    return gone.length;
  }

  #load(
    from: LocalDate,
    to: LocalDate,
  ): Promise<[readonly FoundDocument<CheckInDocument>[], readonly FoundDocument<CorrectionDocument>[]]> {
    return Promise.all([
      this.#database.all<CheckInDocument>('check-in', idRange('check-in', from, to)),
      this.#database.all<CorrectionDocument>('correction', idRange('correction', from, to)),
    ]);
  }

  async #toPart(
    checkInDocuments: readonly CheckInDocument[],
    correctionDocuments: readonly CorrectionDocument[],
  ): Promise<LogPart> {
    const checkIns = checkInDocuments.map(fromCheckInDocument).sort(byId);
    const corrections = await Promise.all(
      correctionDocuments.map((document) => this.#fromCorrectionDocument(document)),
    );
    return { checkIns, corrections: corrections.sort(byId), records: applyCorrections(checkIns, corrections) };
  }

  async #toCorrectionDocument({ id, reason, by, ...rest }: Correction): Promise<CorrectionDocument> {
    const _id = documentId('correction', id);
    const key = await this.#people.keyOf(rest.person);
    return { ...rest, _id, type: 'correction', sealed: await key.seal({ reason, by }, _id) };
  }

  /** Reason and author are empty where the person was erased, or is another organisation's. */
  async #fromCorrectionDocument({ _id, type: _, sealed, ...document }: CorrectionDocument): Promise<Correction> {
    const { _rev, _conflicts, ...rest } = document as FoundDocument<CorrectionDocument>;
    const told = (await this.#people.keyIfAny(rest.person)?.open(sealed, _id)) as
      | { reason: string; by: string }
      | undefined;
    return { ...rest, id: idIn(_id), reason: told?.reason ?? '', by: told?.by ?? '' };
  }

  #noteLatest(instant: Instant): void {
    if (instant > (this.#latest.current ?? '')) this.#latest.set(instant);
  }
}

function toCheckInDocument({ id, ...checkIn }: CheckIn): CheckInDocument {
  return { _id: documentId('check-in', id), type: 'check-in', ...checkIn };
}

function fromCheckInDocument(document: CheckInDocument): CheckIn {
  const { _id, _rev, _conflicts, type, ...checkIn } = document as FoundDocument<CheckInDocument>;
  return { id: idIn(_id), ...checkIn };
}

function isWithin(name: string, from: LocalDate, to: LocalDate): boolean {
  const type = typeOf(name);
  if (type !== 'check-in' && type !== 'correction') return false;
  const date = idIn(name).slice(0, 'yyyy-mm-dd'.length);
  return from <= date && date <= to;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
