import { type CheckIn, type CheckInId, dateOfId } from '../domain/check-in.ts';
import { type AttendanceRecord, applyCorrections, type Correction } from '../domain/correction.ts';
import type { Instant } from '../domain/instant.ts';
import type { PersonId } from '../domain/person.ts';
import { addDays, type LocalDate } from '../domain/place-time.ts';
import { retentionDate } from '../domain/records/retention.ts';
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
import { GATHER_MS, type Live, LiveValue } from './live.ts';
import {
  aboutId,
  fromCheckInDocument,
  fromCorrectionDocuments,
  isBetween,
  type LogDocuments,
  loadDates,
  movedTo,
  toCheckInDocument,
  toCorrectionDocuments,
  withMoved,
} from './log-documents.ts';
import type { PeopleRepository } from './people-repository.ts';

/** What is in the log of some dates, with what a correction moved there from others. */
export interface LogPart {
  readonly checkIns: readonly CheckIn[];
  readonly corrections: readonly Correction[];
  /** With the corrections applied, by time; without those that a correction moved elsewhere. */
  readonly records: readonly AttendanceRecord[];
}

/** A part of the log that stays up to date until it is let go. */
export interface LiveLogPart extends Live<LogPart> {
  stop(): void;
}

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
    const sealed = await Promise.all(corrections.map((correction) => this.#toCorrectionDocuments(correction)));
    await this.#database.write([...checkIns.map(toCheckInDocument), ...sealed.flat()]);
  }

  /** What was recorded under the local dates from one to another, both included. */
  async between(from: LocalDate, to: LocalDate): Promise<LogPart> {
    return this.#toPart(await this.#load(from, to), from, to);
  }

  /** The whole log. */
  all(): Promise<LogPart> {
    return this.between('', LAST_DATE);
  }

  /** The same as {@link between}, kept up to date with this kiosk and all others. */
  async watchBetween(from: LocalDate, to: LocalDate): Promise<LiveLogPart> {
    const part = new LiveValue<LogPart>({ checkIns: [], corrections: [], records: [] });
    const documents = new Map<string, FoundDocument<CheckInDocument | CorrectionDocument>>();
    let moved: ReadonlySet<CheckInId> = new Set();
    const early: DocumentChange[] = [];
    let loaded = false;
    let told: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const tell = async () => {
      told = undefined;
      const all = [...documents.values()];
      const own: LogDocuments = {
        checkIns: all.filter((document) => document.type === 'check-in'),
        corrections: all.filter((document) => document.type === 'correction'),
      };
      moved = movedTo(own, from, to);
      const next = await this.#toPart(await withMoved(this.#database, own, moved), from, to);
      if (!stopped) part.set(next);
    };
    const follow = ({ id, document }: DocumentChange) => {
      const type = typeOf(id);
      if (type !== 'check-in' && type !== 'correction') return;
      const entry = document as FoundDocument<CheckInDocument | CorrectionDocument> | undefined;
      const isWithin = isBetween(dateOfId(idIn(id)), from, to);
      if (!isWithin && !moved.has(entry === undefined ? idIn(id) : aboutId(entry))) return;
      if (isWithin && entry !== undefined) documents.set(id, entry);
      else documents.delete(id);
      told ??= setTimeout(() => void tell(), GATHER_MS);
    };
    const unfollow = this.#database.onChange((change) => (loaded ? follow(change) : early.push(change)));
    const { checkIns, corrections } = await loadDates(this.#database, from, to);
    for (const document of [...checkIns, ...corrections]) documents.set(document._id, document);
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
    const { checkIns, corrections } = await this.#load('', LAST_DATE);
    return this.#remove([...checkIns, ...corrections].filter(({ person }) => people.has(person)));
  }

  /** Removes all entries, as they are corrected, before a local date; returns how many. */
  async removeBefore(date: LocalDate): Promise<number> {
    const { checkIns, corrections } = await this.#load('', addDays(date, -1));
    const unopened = fromCorrectionDocuments(corrections).map(({ correction }) => ({ ...correction, ...UNTOLD }));
    const records = applyCorrections(checkIns.map(fromCheckInDocument), unopened);
    const kept = new Set(records.filter((record) => retentionDate(record) >= date).map(({ id }) => id));
    return this.#remove([...checkIns, ...corrections].filter((document) => !kept.has(aboutId(document))));
  }

  async #remove(gone: readonly FoundDocument<CheckInDocument | CorrectionDocument>[]): Promise<number> {
    await this.#database.remove(gone);
    return gone.filter((document) => document.type === 'check-in' || document.copyOf === undefined).length;
  }

  async #load(from: LocalDate, to: LocalDate): Promise<LogDocuments> {
    const own = await loadDates(this.#database, from, to);
    return withMoved(this.#database, own, movedTo(own, from, to));
  }

  async #toPart(documents: LogDocuments, from: LocalDate, to: LocalDate): Promise<LogPart> {
    const checkIns = documents.checkIns.map(fromCheckInDocument).sort(byId);
    const corrections = await Promise.all(
      fromCorrectionDocuments(documents.corrections).map(async ({ correction, sealed }) => {
        const key = this.#people.keyIfAny(correction.person);
        const told = (await key?.open(sealed, documentId('correction', correction.id))) as typeof UNTOLD | undefined;
        return { ...correction, ...UNTOLD, ...told };
      }),
    );
    const records = applyCorrections(checkIns, corrections);
    return {
      checkIns,
      corrections: corrections.sort(byId),
      records: records.filter(({ localDate }) => isBetween(localDate, from, to)),
    };
  }

  async #toCorrectionDocuments(correction: Correction): Promise<readonly CorrectionDocument[]> {
    const { id, person, reason, by } = correction;
    const key = await this.#people.keyOf(person);
    return toCorrectionDocuments(correction, await key.seal({ reason, by }, documentId('correction', id)));
  }

  #noteLatest(instant: Instant): void {
    if (instant > (this.#latest.current ?? '')) this.#latest.set(instant);
  }
}

/** Of a person who was erased, or is another organisation's. */
const UNTOLD = { reason: '', by: '' };
const LAST_DATE: LocalDate = '9999-12-31';

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
