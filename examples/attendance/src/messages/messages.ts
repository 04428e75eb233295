import type { FaceVerifyErrorCode } from 'face-verify';
import type { Place } from '../app/route.ts';
import type { ConnectionState } from '../store/replication.ts';
import type { StorageState } from '../store/storage-room.ts';
import type { StoreErrorCode } from '../store/store-error.ts';

/** All that the app says in one language, a part for each room of it. A key that is missing is an error of types. */
export interface Messages {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly app: AppMessages;
}

/** Around the screens. */
export interface AppMessages {
  readonly title: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly compare: string;
  readonly loading: string;
  readonly storage: Readonly<Record<Exclude<StorageState['state'], 'room'>, string>>;
  readonly connection: Readonly<Record<Exclude<ConnectionState['state'], 'alone' | 'connected'>, string>>;
  readonly errors: Readonly<Record<StoreErrorCode, string>>;
  /** Faces cannot be seen at all. */
  readonly facesFailed: (code: FaceVerifyErrorCode) => string;
  readonly tryAgain: string;
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
}
