/** How the learning rate and the batch follow the pictures seen. */
export interface Schedule {
  /** Length of the run. */
  readonly pictures: number;
  readonly warmUpPictures: number;
  readonly peakRate: number;
  readonly floorRate: number;
  /** Small batches learn more from each picture at first, large ones are steadier later. */
  readonly batches: readonly { readonly fromPicture: number; readonly size: number }[];
}

/** Linear warm-up, then half a cosine down to the floor. */
export function rateAt({ pictures, warmUpPictures, peakRate, floorRate }: Schedule, picture: number): number {
  if (picture < warmUpPictures) return (peakRate * (picture + 1)) / warmUpPictures;
  const progress = Math.min(1, (picture - warmUpPictures) / Math.max(1, pictures - warmUpPictures));
  return floorRate + (peakRate - floorRate) * 0.5 * (1 + Math.cos(Math.PI * progress));
}

export function batchSizeAt({ batches }: Schedule, picture: number): number {
  return batches.findLast(({ fromPicture }) => fromPicture <= picture)?.size ?? 1;
}
