/** How the learning rate and the batch follow the pictures seen. */
export interface Schedule {
  /** Length of the run. */
  readonly pictures: number;
  readonly warmUpPictures: number;
  readonly peakRate: number;
  readonly floorRate: number;
  /** What the rate does after the warm-up; one cosine down to the floor where nothing is said. */
  readonly shape?: CosineRestarts | Steps;
  /** Small batches learn more from each picture at first, large ones are steadier later. */
  readonly batches: readonly { readonly fromPicture: number; readonly size: number }[];
}

/**
 * Cosines one after the other (SGDR, Loshchilov and Hutter 2017), each longer and lower than the one before, with a rest
 * at the floor between them. ConvFaceNeXt's paper: cycles of 16 and 32 epochs, the second half as high, one epoch's rest.
 */
interface CosineRestarts {
  readonly kind: 'cosine-restarts';
  readonly firstPictures: number;
  readonly longer: number;
  readonly lower: number;
  readonly restPictures: number;
}

/** The rate is multiplied by `factor` at each of the pictures. */
interface Steps {
  readonly kind: 'steps';
  readonly atPictures: readonly number[];
  readonly factor: number;
}

/** Linear warm-up, then the schedule's shape, never below the floor. */
export function rateAt(schedule: Schedule, picture: number): number {
  const { pictures, warmUpPictures, peakRate, floorRate, shape } = schedule;
  if (picture < warmUpPictures) return (peakRate * (picture + 1)) / warmUpPictures;
  const since = picture - warmUpPictures;
  const cosine = (peak: number, progress: number) =>
    floorRate + (peak - floorRate) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
  switch (shape?.kind) {
    case undefined:
      return cosine(peakRate, since / Math.max(1, pictures - warmUpPictures));
    case 'steps':
      return Math.max(floorRate, peakRate * shape.factor ** shape.atPictures.filter((at) => at <= picture).length);
    case 'cosine-restarts': {
      let [start, length, peak] = [0, shape.firstPictures, peakRate];
      while (since >= start + length + shape.restPictures) {
        start += length + shape.restPictures;
        length *= shape.longer;
        peak *= shape.lower;
      }
      return cosine(peak, (since - start) / length);
    }
  }
}

export function batchSizeAt({ batches }: Schedule, picture: number): number {
  return batches.findLast(({ fromPicture }) => fromPicture <= picture)?.size ?? 1;
}
