const BATCH = 8;

/** A run of the toy, which is validated after every twenty steps. */
export function toyRun(steps: number) {
  return {
    schedule: {
      pictures: BATCH * steps,
      warmUpPictures: 4 * BATCH,
      peakRate: 0.02,
      floorRate: 1e-4,
      batches: [{ fromPicture: 0, size: BATCH }],
    },
    optimizer: { kind: 'adamw', beta1: 0.9, beta2: 0.99, weightDecay: 0.01 },
    averageDecay: 0.9,
    validateEveryPictures: 20 * BATCH,
  } as const;
}

/** Sixty steps: enough to learn. */
export const TOY_RUN = toyRun(60);
