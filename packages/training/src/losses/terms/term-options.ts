/** What every added loss can be told. */
export interface TermOptions {
  /** Times this it is added to the cross-entropy. */
  readonly weight: number;
}
