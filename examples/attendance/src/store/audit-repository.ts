import { logId } from '../domain/check-in.ts';
import type { PersonId } from '../domain/person.ts';
import { placeTimeAt } from '../domain/place-time.ts';
import type { Database } from './database.ts';
import {
  type AuditAction,
  type AuditDocument,
  type AuditEntry,
  documentId,
  type FoundDocument,
  idIn,
} from './documents.ts';

/** What was done with the data, by which kiosk and when. It holds no names. */
export class AuditRepository {
  readonly #database: Database;
  readonly #kiosk: string;
  readonly #now: () => number;
  readonly #zone: () => string;

  constructor(database: Database, kiosk: string, now: () => number, zone: () => string) {
    this.#database = database;
    this.#kiosk = kiosk;
    this.#now = now;
    this.#zone = zone;
  }

  async add(action: AuditAction, about: { readonly count?: number; readonly person?: PersonId } = {}): Promise<void> {
    await this.#database.write([this.#entry(action, about)]);
  }

  /** An entry for each of several people. */
  async addFor(action: AuditAction, people: readonly PersonId[]): Promise<void> {
    await this.#database.write(people.map((person) => this.#entry(action, { person })));
  }

  #entry(action: AuditAction, { count = 1, person }: { readonly count?: number; readonly person?: PersonId }) {
    const time = placeTimeAt(this.#now(), this.#zone());
    return {
      ...{ _id: documentId('audit', logId(time)), type: 'audit' as const, action, kiosk: this.#kiosk, count, ...time },
      ...(person !== undefined && { person }),
    };
  }

  /** Adds entries of a backup; those that are there stay. */
  async merge(entries: readonly AuditEntry[]): Promise<void> {
    await this.#database.write(
      entries.map(({ id, ...entry }) => ({ _id: documentId('audit', id), type: 'audit', ...entry })),
    );
  }

  /** By time. */
  async all(): Promise<readonly AuditEntry[]> {
    const documents = await this.#database.all<AuditDocument>('audit');
    return documents.map((document) => {
      const { _id, _rev, _conflicts, type, ...entry } = document as FoundDocument<AuditDocument>;
      return { id: idIn(_id), ...entry };
    });
  }
}
