import type { BackendReport, BrowserFeature, EngineReport } from 'face-verify';

/** What the page found in the browser that opened it. */
export interface EngineReading {
  /** As `checkSupport` says. */
  readonly supported: boolean;
  readonly missing: readonly { readonly feature: BrowserFeature; readonly required: boolean }[];
  readonly verification: Verification | { readonly code: string; readonly message: string };
  /** What the element told, by names and codes: once it is in the page, and while somebody starts and cancels. */
  readonly element: readonly string[];
  /** Cameras that are on at the end. */
  readonly live: number;
}

/** Of rendered photographs, with the options that are the defaults. */
export interface Verification {
  readonly same: number;
  readonly different: number;
  readonly backend: BackendReport['running'];
  readonly runsIn: EngineReport['runsIn'];
}
