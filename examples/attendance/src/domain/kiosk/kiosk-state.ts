import type { CheckInWay, Direction } from '../check-in.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../person.ts';
import type { Settings } from '../settings.ts';
import type { AttemptLimit } from './attempt-limit.ts';

/** A way to check in without the face, always offered. */
type OtherWay = 'pin' | 'card';

/** What the kiosk shows. */
export type KioskScreen =
  | { readonly show: 'watching' }
  /** A face is there, and it is being found out whose. */
  | { readonly show: 'looking' }
  /** Two faces as near as each other: one person at a time. */
  | { readonly show: 'several' }
  /** Recorded. */
  | {
      readonly show: 'greeting';
      readonly person: PersonId;
      readonly direction: Direction;
      readonly how: CheckInWay;
      readonly atMs: number;
    }
  /** Recorded a moment ago, and not again. */
  | { readonly show: 'already'; readonly person: PersonId; readonly direction: Direction; readonly since: Instant }
  | { readonly show: 'unknown'; readonly reason: 'nobody' | 'ambiguous' | 'not-live' | 'unavailable' }
  /** Faces are not tried for a while; other ways are. */
  | { readonly show: 'paused'; readonly untilMs: number }
  /** Somebody types a PIN or holds up a card; faces are left alone meanwhile. */
  | { readonly show: 'asking'; readonly way: OtherWay; readonly problem?: 'refused' | 'paused' }
  | Checking
  | { readonly show: 'no-camera'; readonly code: string };

/** What was typed or held up is being looked up; an answer to any other request is ignored. */
type Checking = { readonly show: 'checking'; readonly request: number } & (
  | { readonly way: 'card' }
  /** @property number - of the person, tidied as a roster's */
  | { readonly way: 'pin'; readonly number: string }
);

export interface KioskState {
  readonly screen: KioskScreen;
  /** When the screen ends by itself, in milliseconds since 1970. */
  readonly endsAtMs?: number;
  /** The face that is being asked about; answers about any other are ignored. */
  readonly attempt?: number;
  /** Set while there is no camera: {@link KioskScreen} returns to it after a PIN. */
  readonly cameraCode?: string;
  /** Failures in a row, kept over a reload by the caller. */
  readonly failures: KioskFailures;
  /** Who was greeted within the cool-down, and when last seen. */
  readonly seen: readonly { readonly person: PersonId; readonly atMs: number }[];
}

export interface KioskFailures {
  readonly face: AttemptLimit;
  /** By the number that was typed with the PIN, tidied as a roster's: however it is typed, one person has one limit. */
  readonly pin: Readonly<Record<string, AttemptLimit>>;
}

/** What was found out about a face. Nothing of an answer but this is used. */
export type FaceAnswer =
  /** One enrolled person and nobody else reaches the threshold. */
  | { readonly outcome: 'person'; readonly person: PersonId }
  | { readonly outcome: 'nobody' }
  /** Several people reach it, and none of them clearly. */
  | { readonly outcome: 'ambiguous' }
  /** Liveness was asked for and not shown. */
  | { readonly outcome: 'not-live' }
  /** Faces cannot be told apart here at all, as where the roster is too large for the model: nobody's failure either. */
  | { readonly outcome: 'unavailable' }
  /** No frame was good enough: nobody's failure. */
  | { readonly outcome: 'unusable' };

/** Everything that happens to a kiosk. `atMs` is milliseconds since 1970. */
export type KioskEvent = { readonly atMs: number } /** @property attempt - a number that was not used before */ & (
  | { readonly type: 'face-appeared'; readonly attempt: number }
  | { readonly type: 'face-answered'; readonly attempt: number; readonly answer: FaceAnswer }
  | { readonly type: 'several-faces' }
  | { readonly type: 'face-left' }
  | { readonly type: 'way-chosen'; readonly way: OtherWay }
  | { readonly type: 'secret-given'; readonly way: 'card'; readonly request: number }
  /** @property number - of the person, as it was typed */
  | { readonly type: 'secret-given'; readonly way: 'pin'; readonly request: number; readonly number: string }
  /** @property person - undefined where nobody's */
  | { readonly type: 'secret-checked'; readonly request: number; readonly person?: PersonId }
  | { readonly type: 'cancelled' }
  | { readonly type: 'tick' }
  | { readonly type: 'camera-lost'; readonly code: string }
  | { readonly type: 'camera-found' }
);

/** What the kiosk knows beside what happens to it. */
export interface KioskWorld {
  readonly settings: Pick<Settings, 'coolDownSeconds' | 'attempts' | 'directions' | 'longestShiftHours'>;
  /** The latest record of a person that counts. */
  lastRecord(person: PersonId): { readonly instant: Instant; readonly direction: Direction } | undefined;
  /** Whether a person is still there and active. */
  mayCheckIn(person: PersonId): boolean;
}

/** What is to be recorded; `createCheckIn` makes a check-in of it. */
export interface CheckInOrder {
  readonly person: PersonId;
  readonly direction: Direction;
  readonly how: CheckInWay;
  readonly atMs: number;
}

export interface KioskStep {
  readonly state: KioskState;
  /** Record this now. */
  readonly record?: CheckInOrder;
}
