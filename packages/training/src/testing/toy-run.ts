/** Sixty steps of the toy. */
export const TOY_RUN = {
  schedule: {
    pictures: 480,
    warmUpPictures: 32,
    peakRate: 0.02,
    floorRate: 1e-4,
    batches: [{ fromPicture: 0, size: 8 }],
  },
  optimizer: { kind: 'adamw', beta1: 0.9, beta2: 0.99, weightDecay: 0.01 },
  averageDecay: 0.9,
  validateEveryPictures: 160,
} as const;
