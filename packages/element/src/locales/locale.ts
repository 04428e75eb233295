import type { CameraTrouble, ChallengeKind, Hint, LivenessFailure } from 'face-verify';
import type { FaceVerifyMode } from '../face-verify-mode.ts';
import type { FailureKind } from '../failure-kind.ts';

/** What is said of one state: a few words, and a sentence below them. */
export interface Message {
  readonly title: string;
  readonly detail: string;
}

/** All that the element says in one language. A key that is missing is an error of types. */
export interface Locale {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Before anything was begun, by mode; the title also names the element for screen readers. */
  readonly intro: Readonly<Record<FaceVerifyMode, Message>>;
  readonly actions: Readonly<Record<'start' | 'cancel' | 'again' | 'photograph', string>>;
  readonly labels: Readonly<Record<'camera' | 'progress' | 'alternative', string>>;
  readonly consent: {
    /** What is agreed to by ticking, unless the page says it in the slot `consent`. */
    readonly text: string;
    readonly agree: string;
    readonly required: string;
  };
  readonly phases: Readonly<
    Record<'loading' | 'asking' | 'page-hidden' | 'searching' | 'guiding' | 'deciding' | 'photograph', Message>
  >;
  readonly hints: Readonly<Record<Hint, string>>;
  readonly challenges: Readonly<Record<ChallengeKind, string>>;
  /** Between challenges. */
  readonly rest: string;
  readonly camera: Readonly<Record<CameraTrouble, Message>>;
  readonly results: Readonly<
    Record<'match' | 'non-match' | 'enrolled' | 'identified' | 'not-identified' | 'captured' | 'inconclusive', Message>
  >;
  /** Why challenges were not passed. */
  readonly liveness: Readonly<Record<LivenessFailure, string>>;
  readonly photographRefused: string;
  readonly failed: { readonly title: string } & Readonly<Record<FailureKind, string>>;
  readonly unsupported: Message;
}

/** Texts of a page's own, in place of those of the same key. */
export type LocaleOverrides = DeepPartial<Locale>;

type DeepPartial<Value> = Value extends string ? Value : { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> };
