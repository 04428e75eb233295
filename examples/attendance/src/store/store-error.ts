/** Every way in which the store reports that something cannot be done. Closed: views switch on it. */
export type StoreErrorCode =
  /** The browser lets this page keep nothing: blocked, or a private window that has no storage. Nothing is saved. */
  | 'storage-blocked'
  /** No room is left. What was being saved is not; what was saved before is, and erasing works. */
  | 'storage-full'
  /** The browser's storage failed in another way. What was being saved may not be. */
  | 'storage-failed'
  /** A template or photographs without the consent that they need. */
  | 'consent-missing'
  /** No person of this id, or none whose key this device can open. */
  | 'person-unknown'
  /** The person was erased, here or on another kiosk. */
  | 'person-erased'
  | 'settings-invalid'
  /** The file is no backup of this program, or was changed or cut off, or the passphrase is another. */
  | 'backup-unreadable'
  /** A text that is none of another kiosk's, or of an older try. */
  | 'join-invalid'
  /** The server cannot be reached, or does not let this device in. */
  | 'server-unavailable'
  /** The store was closed, or everything was erased. */
  | 'closed';

/** Holds no names, templates or keys, so that it is safe to log. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
