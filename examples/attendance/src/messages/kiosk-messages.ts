import type { CameraTrouble, ChallengeKind, FaceVerifyErrorCode, Hint } from 'face-verify';
import type { DemoOutcome } from '../demo/demo-data.ts';
import type { Direction } from '../domain/check-in.ts';

/** What is said large, and a sentence below it. */
export interface KioskWords {
  readonly title: string;
  readonly detail: string;
}

/** What the kiosk says, to be read from three metres. */
export interface KioskMessages {
  readonly getReady: (percent: number) => KioskWords;
  readonly watching: KioskWords;
  readonly looking: KioskWords;
  readonly several: KioskWords;
  readonly hints: Readonly<Record<Hint, string>>;
  readonly challenges: Readonly<Record<ChallengeKind, string>>;
  /** Between challenges. */
  readonly rest: string;
  readonly livenessDetail: string;
  readonly greeting: Readonly<Record<Direction, (time: string) => string>>;
  readonly already: Readonly<Record<Direction, (time: string) => string>>;
  readonly notSaved: string;
  readonly unknown: Readonly<Record<'nobody' | 'ambiguous' | 'not-live' | 'unavailable', KioskWords>>;
  /** @property title - with the time that is left, as `0:42` */
  readonly paused: { readonly title: (left: string) => string; readonly detail: string };
  readonly camera: Readonly<Record<CameraTrouble, KioskWords>>;
  readonly engineFailed: (code: FaceVerifyErrorCode | string) => KioskWords;
  readonly ways: Readonly<Record<'pin' | 'card', string>>;
  readonly pin: {
    readonly title: string;
    readonly number: string;
    readonly pin: string;
    readonly erase: string;
    readonly submit: string;
    readonly checking: string;
    readonly refused: string;
    readonly paused: string;
  };
  readonly card: {
    readonly title: string;
    readonly detail: string;
    readonly noCamera: string;
    readonly checking: string;
    readonly refused: string;
  };
  readonly tryAgain: string;
  readonly back: string;
  readonly office: string;
  readonly fullscreen: string;
  readonly clockOff: (minutes: number) => string;
  readonly nobodyEnrolled: KioskWords;
  readonly addPeople: string;
  readonly demo: {
    readonly title: string;
    readonly detail: string;
    readonly load: string;
    readonly loading: (done: number, total: number) => string;
    readonly failed: Readonly<Record<Exclude<DemoOutcome, 'loaded'>, string>>;
    /** Over the picture, while it is no camera's. */
    readonly film: string;
    readonly secrets: (numbers: string, pin: string) => string;
    readonly useCamera: string;
    readonly useFilm: string;
    readonly remove: string;
  };
}
