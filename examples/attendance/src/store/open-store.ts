import type { KioskId } from '../domain/check-in.ts';
import type { ClockState } from '../domain/clock-check.ts';
import type { PersonId } from '../domain/person.ts';
import { placeTimeAt } from '../domain/place-time.ts';
import { keptSince } from '../domain/records/retention.ts';
import { AuditRepository } from './audit-repository.ts';
import { type BackupContent, collectBackup, type RestoreReport, restoreBackup } from './backup.ts';
import { readBackupFile, writeBackupFile } from './backup-file.ts';
import { fromBase64Url } from './bytes.ts';
import { Database } from './database.ts';
import { DeviceClock } from './device-clock.ts';
import { answerJoin, type JoinRequest, requestToJoin } from './joining.ts';
import { Keyring } from './keyring.ts';
import { type Live, LiveValue } from './live.ts';
import { LogRepository } from './log-repository.ts';
import { createOrganisation } from './organisation.ts';
import { PeopleRepository } from './people-repository.ts';
import { addKeysFor, dropKeysOf } from './person-keys.ts';
import { QueuedTask } from './queued-task.ts';
import { type ConnectionState, type ProbeTimes, Replication } from './replication.ts';
import { authorisation, readServerAddress, type ServerAddress } from './server-address.ts';
import { SettingsRepository } from './settings-repository.ts';
import { blocked, StorageRoom, type StorageState } from './storage-room.ts';
import { StoreError } from './store-error.ts';

export interface StoreOptions {
  /** Of the database in this browser; default `attendance`. */
  readonly name?: string;
  /** Milliseconds since 1970; default the device's clock. */
  readonly now?: () => number;
  /** How often the server is asked whether it is there. */
  readonly probe?: ProbeTimes;
}

/** Everything that an attendance check-in keeps, on this device and, where there is a server, on all of them. */
export interface AttendanceStore {
  /** This device. */
  readonly kiosk: KioskId;
  readonly people: Pick<
    PeopleRepository,
    'all' | 'lockedCount' | 'get' | 'erasedIds' | 'save' | 'keepPhotographs' | 'photographs'
  >;
  readonly log: Pick<LogRepository, 'add' | 'between' | 'watchBetween' | 'all' | 'latest'>;
  readonly settings: Pick<SettingsRepository, 'current' | 'save'>;
  readonly audit: Pick<AuditRepository, 'add' | 'all'>;
  /** Whether what is saved stays. */
  readonly storage: Live<StorageState>;
  /** Whether this kiosk shares with others now. */
  readonly connection: Live<ConnectionState>;

  /** What is known of this device's clock: put it on each check-in. */
  checkClock(): ClockState;

  /**
   * Erases people everywhere: their keys are destroyed, so that no copy of a template, a name or a photograph can be
   * read again, here at once and on other kiosks as soon as they hear of it.
   *
   * @param options.records - `keep`: the log stays, of somebody unknown; `remove`: it goes as well
   */
  erase(ids: readonly PersonId[], options: { readonly records: 'keep' | 'remove' }): Promise<void>;

  /** Removes records older than the settings keep; returns how many. */
  eraseExpired(): Promise<number>;

  /**
   * Erases everything on this device and closes the store.
   *
   * @param options.everywhere - also erases all people on the server and the other kiosks
   * @throws {StoreError} `server-unavailable` where the server cannot be told now; the store stays then, and people who
   *   were erased already are erased everywhere once the server is back
   */
  eraseEverything(options: { readonly everywhere: boolean }): Promise<void>;

  /** All data in a file that only the passphrase opens. */
  backup(passphrase: string): Promise<Blob>;

  /**
   * Adds what a backup has; whoever was erased since stays erased.
   *
   * @throws {StoreError} `backup-unreadable`, `storage-full`, `storage-failed`
   */
  restore(file: Blob, passphrase: string): Promise<RestoreReport>;

  /**
   * Shares with a server from now on, also after a reload.
   *
   * @param address - `https://server/database`, may have `name:password@` in it
   * @throws {StoreError} `server-unavailable` where it is no address
   */
  connect(address: string): Promise<void>;
  /** The database that this kiosk shares with, without name and password; undefined where it shares with none. */
  serverUrl(): Promise<string | undefined>;
  disconnect(): Promise<void>;

  /** The server's database, made if it is not there yet; needs an administrator's address. @throws {StoreError} `server-unavailable` */
  createServerDatabase(address: string): Promise<void>;

  /** Begins to join an organisation that has the key already; show the text as a QR code. */
  requestToJoin(): Promise<JoinRequest>;
  /** Lets a kiosk in that showed this text; show the answer as a QR code. @throws {StoreError} `join-invalid` */
  admit(request: string): Promise<string>;
  /**
   * Joins by what the other kiosk answered; people of this kiosk come along. From then on it shares with that one's
   * server, if there is one, and no longer with another.
   *
   * @throws {StoreError} `join-invalid`, `storage-full`, `storage-failed`
   */
  join(request: JoinRequest, answer: string): Promise<void>;

  close(): Promise<void>;
}

/**
 * Opens the data of this device, new at the first time.
 *
 * @throws {StoreError} `storage-blocked`
 */
export async function openStore(options: StoreOptions = {}): Promise<AttendanceStore> {
  const { name = 'attendance', now = Date.now, probe } = options;
  const keyring = await openKeyring(name);
  const storage = await StorageRoom.open(name);
  const database = await Database.open(name, storage);
  const clock = new DeviceClock();
  const people = await PeopleRepository.open(database, () => keyring.organisation, now);
  const log = await LogRepository.open(database, people);
  const settings = await SettingsRepository.open(database, now);
  const audit = new AuditRepository(database, keyring.kiosk, now, () => settings.current.current.zone);
  const repositories = { people, log, settings, audit };
  const connection = new LiveValue<ConnectionState>({ state: 'alone' });
  let replication: Replication | undefined;
  // Where it fails, for want of room or closed meanwhile: auto-compaction has dropped what was overwritten in any case,
  // and the next start goes on with it.
  const compaction = new QueuedTask(async () => {
    await database.compact();
    await storage.afterErasing();
  });
  /** Settles when it is planned: it takes its time, and what was sealed can be read no more in any case. */
  const compact = async () => {
    replication?.compactServer();
    await database.planCompaction().catch(() => undefined);
    void compaction.run();
  };
  people.onErased = () => void compact();

  const stopSharing = () => {
    replication?.stop();
    replication = undefined;
    connection.set({ state: 'alone' });
  };
  const share = (server: ServerAddress) => {
    stopSharing();
    const begun = new Replication(database, server, clock, probe);
    replication = begun;
    connection.set(begun.state.current);
    begun.state.watch((state) => {
      if (replication === begun) connection.set(state);
    });
  };
  const server = await keyring.server();
  if (server !== undefined) share(server);
  if (await database.owesCompaction()) await compact();
  void clock.ask(location.href, { method: 'HEAD' });

  const close = async () => {
    stopSharing();
    await compaction.ended;
    await database.close();
    keyring.close();
  };

  return {
    kiosk: keyring.kiosk,
    ...repositories,
    storage: storage.state,
    connection,
    checkClock: () => clock.check(log.latest.current),
    erase: async (ids, { records }) => {
      await people.erase(ids);
      if (records === 'remove') await log.removeOf(new Set(ids));
      await compact();
      await audit.addFor('person-erased', ids);
    },
    eraseExpired: async () => {
      const { current } = settings.current;
      const kept = keptSince(placeTimeAt(now(), current.zone).localDate, current);
      const count = kept === undefined ? 0 : await log.removeBefore(kept);
      if (count > 0) {
        await compact();
        await audit.add('records-erased', { count });
      }
      return count;
    },
    eraseEverything: async ({ everywhere }) => {
      if (everywhere) {
        if (replication === undefined || connection.current.state !== 'connected') throw unavailable();
        await people.erase(people.stamped().map(({ id }) => id));
        if (!(await replication.push())) throw unavailable();
        replication.compactServer();
      }
      stopSharing();
      await compaction.ended;
      await database.destroy();
      keyring.close();
      await Promise.all([Keyring.delete(name), storage.destroy()]);
    },
    backup: async (passphrase) => {
      const content = await collectBackup(repositories, keyring.organisation);
      const file = await writeBackupFile(content, passphrase);
      await audit.add('backup-made', { count: content.people.length });
      return file;
    },
    restore: async (file, passphrase) => {
      const content = (await readBackupFile(file, passphrase)) as BackupContent;
      // A new device goes on as one of the organisation's.
      if (people.isNew) await keyring.changeOrganisation(await createOrganisation(fromBase64Url(content.organisation)));
      const report = await restoreBackup(content, repositories);
      await audit.add('backup-restored', { count: report.people });
      return report;
    },
    connect: async (address) => {
      const read = readServerAddress(address);
      await keyring.changeServer(read);
      share(read);
    },
    serverUrl: async () => (await keyring.server())?.url,
    disconnect: async () => {
      stopSharing();
      await keyring.changeServer(undefined);
    },
    createServerDatabase: async (address) => {
      const read = readServerAddress(address);
      const response = await fetch(read.url, { method: 'PUT', headers: authorisation(read) }).catch(() => undefined);
      // 412: it is there already.
      if (response?.ok !== true && response?.status !== 412) throw unavailable();
    },
    requestToJoin,
    admit: async (request) => {
      const current = await keyring.server();
      const answer = await answerJoin(request, {
        organisation: keyring.organisation,
        ...(current !== undefined && { server: current }),
      });
      await audit.add('kiosk-admitted');
      return answer;
    },
    join: async (request, answer) => {
      const admission = await request.open(answer);
      // Those with whom this kiosk shared until now keep their keys, which are dropped here.
      stopSharing();
      await people.exchangeKeys(async () => {
        const before = keyring.organisation;
        await addKeysFor(database, before, admission.organisation);
        await keyring.changeServer(admission.server);
        await keyring.changeOrganisation(admission.organisation);
        await dropKeysOf(database, before, admission.organisation);
      });
      await audit.add('kiosk-joined');
      if (admission.server !== undefined) share(admission.server);
    },
    close,
  };
}

async function openKeyring(name: string): Promise<Keyring> {
  try {
    return await Keyring.open(name);
  } catch (error) {
    throw blocked(error);
  }
}

function unavailable(): StoreError {
  return new StoreError('server-unavailable', 'The server cannot be reached, or does not let this kiosk in.');
}
