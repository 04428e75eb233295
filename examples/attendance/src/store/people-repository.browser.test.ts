import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawnPerson } from '../../testing/drawn-log.ts';
import { Database } from './database.ts';
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
