/** A part of a task's configuration. */
export interface NormSchedule {
  /**
   * The picture from which on maps are normalised by the kept statistics, as in use, and no longer by the batch's, which
   * differ from batch to batch: a network that has nearly learned learns on without that noise. Never where nothing is
   * said.
   */
  readonly keptNormsFrom?: number;
}

/** @param pictures - of one batch, in order */
export function passMode(
  { keptNormsFrom = Infinity }: NormSchedule,
  pictures: readonly number[],
): 'train' | 'evaluate' {
  return (pictures[0] ?? 0) < keptNormsFrom ? 'train' : 'evaluate';
}
