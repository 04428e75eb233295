/** A photograph that a verification list names. */
export interface ListedPhotograph {
  /** Where it may lie, relative to the folder of photographs, most usual place first. */
  readonly paths: readonly [string, ...string[]];
  /** Whom it shows, where the list says so. */
  readonly subject?: string;
}

/** One line of a verification list: two photographs to compare, and the truth about them. */
export interface ListedPair {
  readonly probe: ListedPhotograph;
  readonly reference: ListedPhotograph;
  /** Whether both show one subject. */
  readonly mated: boolean;
  /** The fold that the list puts the pair in, from 0; absent where the list has no folds. */
  readonly fold?: number;
}
