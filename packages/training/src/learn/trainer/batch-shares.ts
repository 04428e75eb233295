/** What a worker computed of its share of a batch. */
export interface Share {
  /** How many there were; at least one. */
  readonly pictures: number;
  /** Means over its pictures, by name. */
  readonly losses: Readonly<Record<string, number>>;
  /** The gradients of `losses.total`; for statistics, their new values. */
  readonly gradients: Float32Array;
}

/** The same of the whole batch. The arrays are the caller's to change. */
export type BatchResult = Omit<Share, 'pictures'>;

/**
 * Cuts a batch into runs of pictures whose sizes differ by one at most, one for each worker. None is empty: a batch with
 * fewer pictures than workers leaves some of them without work.
 *
 * @param pictures - of the batch, in order
 * @throws {RangeError} where there is no picture or no worker
 */
export function splitBatch(pictures: readonly number[], workers: number): number[][] {
  const count = Math.min(pictures.length, workers);
  if (count < 1) throw new RangeError(`No share of ${pictures.length} pictures for ${workers} workers.`);
  const cut = (i: number) => Math.floor((i * pictures.length) / count);
  return Array.from({ length: count }, (_, i) => pictures.slice(cut(i), cut(i + 1)));
}

/** Losses, gradients and statistics of a batch: the means of its shares, by their numbers of pictures. */
export function meanOverPictures(shares: readonly Share[]): BatchResult {
  const total = shares.reduce((sum, { pictures }) => sum + pictures, 0);
  const meanLoss = (name: string) =>
    shares.reduce((sum, { pictures, losses }) => sum + pictures * (losses[name] as number), 0) / total;
  const sums = new Float64Array(shares[0]?.gradients.length ?? 0);
  for (const { pictures, gradients } of shares) {
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + pictures * (gradients[i] as number);
  }
  const gradients = new Float32Array(sums.length);
  for (let i = 0; i < sums.length; i++) gradients[i] = (sums[i] as number) / total;
  const names = Object.keys(shares[0]?.losses ?? {});
  return { losses: Object.fromEntries(names.map((name) => [name, meanLoss(name)])), gradients };
}
