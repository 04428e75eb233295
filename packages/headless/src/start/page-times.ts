/** What a page tells of its start, in milliseconds from its navigation. */
export interface PageTimes {
  /** `createFaceVerifier` was called. */
  readonly createMs: number;
  /** The verifier was there. */
  readonly readyMs: number;
  /** `verify` had given its first result. */
  readonly decidedMs: number;
  readonly outcome: string;
  /** The one that ran. */
  readonly detector: string;
}
