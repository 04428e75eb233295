import { defineFaceVerify } from './define-face-verify.ts';

export type { ElementPhase, ElementState } from './element-state.ts';
export { FaceVerifyElement } from './face-verify-element.ts';
export type * from './face-verify-events.ts';
export type { FaceVerifyMode } from './face-verify-mode.ts';
export type { FaceVerifyReference } from './face-verify-reference.ts';
export type { FaceVerifyOutcome, FaceVerifyResult } from './face-verify-result.ts';
export type { SignedFacts, SignFaceVerifyResult } from './face-verify-signing.ts';
export { LOCALE_NAMES, type LocaleName } from './locales/load-locale.ts';
export type { Locale, LocaleOverrides, Message } from './locales/locale.ts';

defineFaceVerify();
