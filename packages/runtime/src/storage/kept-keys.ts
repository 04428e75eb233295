import type { DBSchema } from 'idb';
import type { Database } from './database.ts';

/** A database that has secrets of its own, all made together at first use. */
export interface KeysSchema<Keys> extends DBSchema {
  keys: { key: 'current'; value: Keys };
}

/**
 * The keys of a database; new ones where it has none that are usable. Of two tabs that make them at once both get the
 * same.
 *
 * @throws {FaceVerifyError} `storage-unavailable`, `storage-full`
 */
export async function keptKeys<Keys, Schema extends KeysSchema<Keys>>(
  whole: Database<Schema>,
  isUsable: (keys: Keys | undefined) => boolean,
  make: () => Keys | Promise<Keys>,
): Promise<Keys> {
  const database = whole as unknown as Database<KeysSchema<Keys>>;
  const kept = await database.read((transaction) => transaction.objectStore('keys').get('current'));
  if (isUsable(kept)) return kept as Keys;
  const made = await make();
  return database.write(async (transaction) => {
    const keys = transaction.objectStore('keys');
    const others = await keys.get('current');
    if (isUsable(others)) return others as Keys;
    await keys.put(made, 'current');
    return made;
  });
}
