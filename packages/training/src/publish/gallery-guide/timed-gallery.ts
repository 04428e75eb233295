/** What a gallery of one size cost. */
export interface TimedGallery {
  readonly size: number;
  /** How many numbers each template has. */
  readonly dimension: number;
  readonly fillMs: number;
  /** One identification: the fastest, and all. */
  readonly fastestMs: number;
  readonly identify: { readonly medianMs: number; readonly runs: number };
  readonly storedBytes: number;
  readonly encodeMs: number;
  readonly decodeMs: number;
  /** Undefined where it was not tried. */
  readonly findDuplicatesMs: number | undefined;
}
