import { createCheckIn } from '../../src/domain/check-in.ts';
import { createPerson, type Person, withConsent } from '../../src/domain/person.ts';
import { type AttendanceStore, openStore } from '../../src/store/open-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { QUICK_PROBE } from '../quick-probe.ts';
import { dumpIndexedDb } from '../raw-indexed-db.ts';

/** Gives tests the store of a kiosk as `window.storePage`: texts and numbers in and out. */
class StorePage {
  readonly #store: AttendanceStore;
  #joining: Awaited<ReturnType<AttendanceStore['requestToJoin']>> | undefined;

  constructor(store: AttendanceStore) {
    this.#store = store;
  }

  createDatabase = (address: string) => this.#store.createServerDatabase(address);
  connect = (address: string) => this.#store.connect(address);
  connection = () => this.#store.connection.current;
  storage = () => this.#store.storage.current;
  lockedCount = () => this.#store.people.lockedCount.current;
  clock = () => this.#store.checkClock();
  admit = (request: string) => this.#store.admit(request);
  erase = (id: string) => this.#store.erase([id], { records: 'keep' });
  eraseEverything = () => this.#store.eraseEverything({ everywhere: true });
  dump = () => dumpIndexedDb(STORE);

  async requestToJoin(): Promise<string> {
    this.#joining = await this.#store.requestToJoin();
    return this.#joining.text;
  }

  async join(answer: string): Promise<void> {
    if (this.#joining === undefined) throw new Error('Nobody asked.');
    await this.#store.join(this.#joining, answer);
  }

  /** Enrols somebody; returns the id. */
  async enrol(name: string, template: string): Promise<string> {
    const at = new Date().toISOString();
    const consent = { at, face: true, photographs: true, wording: 'v1', givenBy: 'subject' } as const;
    const person = withConsent(createPerson({ name }), consent);
    const enrolment = { at, template, contract: 'c', faceCount: 1, source: 'camera' } as const;
    await this.#store.people.save([{ ...person, enrolment }]);
    await this.#store.people.keepPhotographs(person.id, [`data:,${template}`]);
    return person.id;
  }

  /** Enrols people with photographs that cannot be compressed, until one is refused; says how many, and the code. */
  async fill(mebibytes: number): Promise<{ readonly people: number; readonly code: string }> {
    for (;;) {
      try {
        await this.enrol('One of many', noise(mebibytes));
      } catch (error) {
        return { people: this.people().length, code: error instanceof StoreError ? error.code : String(error) };
      }
    }
  }

  async change(id: string, changes: Partial<Person>): Promise<void> {
    const person = this.#store.people.get(id);
    if (person === undefined) throw new Error('Nobody has this id.');
    await this.#store.people.save([{ ...person, ...changes }]);
  }

  people(): readonly Person[] {
    return this.#store.people.all.current;
  }

  /** Records so many check-ins one after the other, as they come at a door; returns their ids. */
  async checkIn(person: string, count: number): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const facts = {
        person,
        kiosk: this.#store.kiosk,
        direction: 'in',
        how: 'face',
        zone: 'Europe/Amsterdam',
      } as const;
      const checkIn = createCheckIn({ ...facts, atMs: Date.now(), clock: this.#store.checkClock() });
      await this.#store.log.add({ checkIns: [checkIn] });
      ids.push(checkIn.id);
    }
    return ids;
  }

  async checkInIds(): Promise<readonly string[]> {
    return (await this.#store.log.all()).checkIns.map(({ id }) => id);
  }
}

function noise(mebibytes: number): string {
  const chunks = Array.from({ length: 16 * mebibytes }, () => crypto.getRandomValues(new Uint8Array(65_536 - 1)));
  return chunks.map((chunk) => btoa(String.fromCharCode(...chunk))).join('');
}

const STORE = 'attendance';

declare global {
  interface Window {
    storePage?: StorePage;
  }
}

window.storePage = new StorePage(await openStore({ name: STORE, probe: QUICK_PROBE }));
