import type { AttemptRecord } from '@face-verify/core';
import type { DBSchema } from 'idb';
import type { DatabaseLayout } from '../storage/database.ts';

export interface AttemptsSchema extends DBSchema {
  /** Makes the names of records of this device differ from those of others. */
  salt: { key: 'current'; value: Uint8Array<ArrayBuffer> };
  /** By a digest of salt and subject. */
  records: { key: string; value: AttemptRecord };
}

export function attemptsLayout(name: string): DatabaseLayout<AttemptsSchema> {
  return {
    name,
    version: 1,
    upgrade: (database) => {
      database.createObjectStore('salt');
      database.createObjectStore('records');
    },
  };
}
