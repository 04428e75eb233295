import type { Faces } from '../faces/faces.ts';
import type { Messages } from '../messages/messages.ts';
import type { AttendanceStore } from '../store/open-store.ts';

/** What every view is given. */
export interface App {
  readonly store: AttendanceStore;
  readonly faces: Faces;
  /** Of the language that is set; the app gives views a new one when it changes. */
  readonly messages: Messages;
  /** Milliseconds since 1970. */
  now(): number;
}
