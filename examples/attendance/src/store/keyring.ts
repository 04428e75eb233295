import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { KioskId } from '../domain/check-in.ts';
import { createOrganisation, type Organisation, readOrganisation } from './organisation.ts';
import type { ServerAddress } from './server-address.ts';

/** What belongs to this device alone and never leaves it by replication. */
interface KeyringSchema extends DBSchema {
  readonly values: {
    readonly key: string;
    readonly value: unknown;
  };
}

/** This device's name, its organisation's key and the server that it shares with. */
export class Keyring {
  readonly #database: IDBPDatabase<KeyringSchema>;
  readonly kiosk: KioskId;
  #organisation: Organisation;

  private constructor(database: IDBPDatabase<KeyringSchema>, kiosk: KioskId, organisation: Organisation) {
    this.#database = database;
    this.kiosk = kiosk;
    this.#organisation = organisation;
  }

  /** A new device is a kiosk and an organisation of its own. */
  static async open(name: string): Promise<Keyring> {
    const database = await openDB<KeyringSchema>(databaseName(name), 1, {
      upgrade: (created) => void created.createObjectStore('values'),
      // Another tab erases everything.
      blocking: (_, __, { target }) => (target as IDBDatabase).close(),
    });
    const fresh = await createOrganisation();
    const values = database.transaction('values', 'readwrite').store;
    const [kiosk, stored] = await Promise.all([values.get('kiosk'), values.get('organisation')]);
    const first = { kiosk: kiosk ?? crypto.randomUUID(), organisation: stored ?? fresh.stored };
    // Only what is not there: a disk that is full refuses to be written to, and is to be opened all the same.
    if (kiosk === undefined) await values.put(first.kiosk, 'kiosk');
    if (stored === undefined) await values.put(first.organisation, 'organisation');
    const organisation = stored === undefined ? fresh : await readOrganisation(stored as CryptoKey);
    return new Keyring(database, first.kiosk as KioskId, organisation);
  }

  static delete(name: string): Promise<void> {
    return deleteDB(databaseName(name));
  }

  get organisation(): Organisation {
    return this.#organisation;
  }

  async changeOrganisation(organisation: Organisation): Promise<void> {
    await this.#database.put('values', organisation.stored, 'organisation');
    this.#organisation = organisation;
  }

  async server(): Promise<ServerAddress | undefined> {
    return (await this.#database.get('values', 'server')) as ServerAddress | undefined;
  }

  async changeServer(server: ServerAddress | undefined): Promise<void> {
    if (server === undefined) await this.#database.delete('values', 'server');
    else await this.#database.put('values', server, 'server');
  }

  close(): void {
    this.#database.close();
  }
}

function databaseName(name: string): string {
  return `${name}-keyring`;
}
