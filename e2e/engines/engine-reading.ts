import type { BackendReport, BrowserFeature, EngineReport } from 'face-verify';

/** What the page found in the browser that opened it. */
export interface EngineReading {
  /** As `checkSupport` says. */
  readonly supported: boolean;
  readonly missing: readonly { readonly feature: BrowserFeature; readonly required: boolean }[];
  readonly verification: Verification | { readonly code: string; readonly message: string };
  /** What the element told first, by name and code. */
  readonly element: string;
}

/** Of rendered photographs, with the options that are the defaults. */
export interface Verification {
  readonly same: number;
  readonly different: number;
  readonly backend: BackendReport['running'];
  readonly runsIn: EngineReport['runsIn'];
}
