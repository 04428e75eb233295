import type { AttemptRecord } from '@face-verify/core';
import type { DatabaseLayout } from '../storage/database.ts';
import type { KeysSchema } from '../storage/kept-keys.ts';

/** Makes the names of this device's records differ from those of others. */
export type AttemptsSalt = Uint8Array<ArrayBuffer>;

export interface AttemptsSchema extends KeysSchema<AttemptsSalt> {
  /** By a digest of salt and subject. */
  records: { key: string; value: AttemptRecord };
}

export function attemptsLayout(name: string): DatabaseLayout<AttemptsSchema> {
  return {
    name: `${name}-attempts`,
    version: 1,
    upgrade: (database) => {
      database.createObjectStore('keys');
      database.createObjectStore('records');
    },
  };
}
