import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawnPerson } from '../../testing/drawn-log.ts';
import type { Consent } from '../domain/person.ts';
import { Database } from './database.ts';
import type { PhotographsDocument } from './documents.ts';
import { GATHER_MS } from './live.ts';
import { createOrganisation } from './organisation.ts';
import { PeopleRepository } from './people-repository.ts';
import { StorageRoom } from './storage-room.ts';

const organisation = await createOrganisation();
const NOW = Date.parse('2026-11-28T08:00:00.000Z');
const PIN = { kdf: 'PBKDF2-SHA-256', iterations: 1, salt: 's', hash: 'h' } as const;

let database: Database;
let room: StorageRoom;
let nowMs: number;

beforeEach(async () => {
  const name = crypto.randomUUID();
  nowMs = NOW;
  room = await StorageRoom.open(name);
  database = await Database.open(name, room);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.destroy();
  await room.destroy();
});

const open = () =>
  PeopleRepository.open(
    database,
    () => organisation,
    () => nowMs++,
  );

const CONSENT: Consent = {
  ...{ at: '2026-11-28T08:00:00.000Z', face: true, photographs: true, wording: 'v1' },
  givenBy: 'subject',
};
const WITHDRAWN: Consent = { ...CONSENT, photographs: false };

const storedPhotographs = () => database.all<PhotographsDocument>('photographs');

/** People of a kiosk that hears of no change. */
async function openDeaf(): Promise<PeopleRepository> {
  vi.spyOn(database, 'onChange').mockReturnValueOnce(() => undefined);
  return open();
}

it('keep what another kiosk has just written of a person who is saved', async () => {
  const anna = drawnPerson('Anna');
  await (await open()).save([anna]);
  const deaf = await openDeaf();
  await (await open()).save([{ ...anna, pin: PIN }]);
  await deaf.save([{ ...anna, name: 'Anna Berg' }]);
  const both = { ...anna, name: 'Anna Berg', pin: PIN };
  expect(deaf.get(anna.id)).toEqual(both);
  expect((await open()).get(anna.id)).toEqual(both);
});

it('are told together where many come at once', async () => {
  const [people, other] = [await open(), await openDeaf()];
  const told = vi.fn();
  people.all.watch(told);
  const { setTimeout } = globalThis;
  const gathering: (() => void)[] = [];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms?: number) =>
    ms === GATHER_MS ? gathering.push(work) : setTimeout(work, ms)) as typeof setTimeout);
  const many = Array.from({ length: 50 }, (_, i) => drawnPerson(`Person ${i}`));
  await other.save(many);
  await expect.poll(() => many.every(({ id }) => people.get(id) !== undefined)).toBe(true);
  expect(told).not.toHaveBeenCalled();
  expect(gathering).toHaveLength(1);
  for (const tell of gathering) tell();
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ length: 50 }));
});

describe('photographs', () => {
  it('go when the person agrees to them no longer, and do not come back with a new consent', async () => {
    const anna = drawnPerson('Anna', { consent: CONSENT });
    const people = await open();
    const erased = vi.fn();
    people.onErased = erased;
    await people.save([anna]);
    await people.keepPhotographs(anna.id, ['data:,1']);
    await people.save([{ ...anna, consent: WITHDRAWN }]);
    expect(await storedPhotographs()).toEqual([]);
    expect(erased).toHaveBeenCalled();
    await people.save([anna]);
    expect(await people.photographs(anna.id)).toEqual([]);
  });

  it('go where another kiosk is told so', async () => {
    const anna = drawnPerson('Anna', { consent: CONSENT });
    const [people, other] = [await open(), await openDeaf()];
    await other.save([anna]);
    await expect.poll(() => people.get(anna.id)).toEqual(anna);
    await people.keepPhotographs(anna.id, ['data:,1']);
    // As if the other had never heard of the photographs.
    vi.spyOn(database, 'removeWhole').mockResolvedValueOnce(false);
    await other.save([{ ...anna, consent: WITHDRAWN }]);
    await expect.poll(storedPhotographs).toEqual([]);
  });

  it('that a kiosk keeps which has not heard of it are not given, and go when it has', async () => {
    const anna = drawnPerson('Anna', { consent: CONSENT });
    const people = await open();
    await people.save([anna]);
    const deaf = await openDeaf();
    await people.save([{ ...anna, consent: WITHDRAWN }]);
    await deaf.keepPhotographs(anna.id, ['data:,1']);
    expect(await people.photographs(anna.id)).toEqual([]);
    await expect.poll(storedPhotographs).toEqual([]);
  });
});
