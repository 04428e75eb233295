import type { FaceVerifyErrorCode } from 'face-verify';
import type { Place } from '../app/route.ts';
import type { ConnectionState } from '../store/replication.ts';
import type { StorageState } from '../store/storage-room.ts';
import type { StoreErrorCode } from '../store/store-error.ts';
import type { BulkMessages } from './en/bulk.ts';
import type { PeopleMessages } from './en/people.ts';
import type { PrivacyMessages } from './en/privacy.ts';
import type { RecordsMessages } from './en/records.ts';
import type { SettingsMessages } from './en/settings.ts';
import type { KioskMessages } from './kiosk-messages.ts';

/** All that the app says in one language, a part for each room of it. A key that is missing is an error of types. */
export interface Messages {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly app: AppMessages;
  readonly people: PeopleMessages;
  /** Adding many people. */
  readonly bulk: BulkMessages;
  readonly records: RecordsMessages;
  readonly settings: SettingsMessages;
  readonly privacy: PrivacyMessages;
  readonly kiosk: KioskMessages;
}

/** Around the screens. */
export interface AppMessages {
  readonly title: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly compare: string;
  readonly loading: string;
  /** The code of a screen could not be fetched. */
  readonly screenFailed: string;
  readonly storage: Readonly<Record<Exclude<StorageState['state'], 'room'>, string>>;
  readonly connection: Readonly<Record<Exclude<ConnectionState['state'], 'alone' | 'connected'>, string>>;
  readonly errors: Readonly<Record<StoreErrorCode, string>>;
  /** Faces cannot be seen at all. */
  readonly facesFailed: (code: FaceVerifyErrorCode) => string;
  readonly tryAgain: string;
  readonly chooseFiles: string;
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
}
