import { describe, expect, it } from 'vitest';
import { batchSizeAt, rateAt, type Schedule } from './schedule.ts';

const SCHEDULE: Schedule = {
  pictures: 1000,
  warmUpPictures: 100,
  peakRate: 1,
  floorRate: 0.1,
  batches: [
    { fromPicture: 0, size: 4 },
    { fromPicture: 500, size: 16 },
  ],
};

describe('the schedule', () => {
  it('rises to the peak, then falls to the floor and stays there', () => {
    expect(rateAt(SCHEDULE, 0)).toBeCloseTo(0.01);
    expect(rateAt(SCHEDULE, 100)).toBeCloseTo(1);
    expect(rateAt(SCHEDULE, 550)).toBeCloseTo(0.55);
    expect(rateAt(SCHEDULE, 1000)).toBeCloseTo(0.1);
    expect(rateAt(SCHEDULE, 5000)).toBeCloseTo(0.1);
  });

  it('enlarges the batch from the picture that it names', () => {
    expect([0, 499, 500, 900].map((picture) => batchSizeAt(SCHEDULE, picture))).toEqual([4, 4, 16, 16]);
  });

  it('restarts its cosine longer and lower, with a rest between, as ConvFaceNeXt was trained', () => {
    const epochs: Schedule = {
      pictures: 49,
      warmUpPictures: 0,
      peakRate: 0.1,
      floorRate: 1e-5,
      shape: { kind: 'cosine-restarts', firstPictures: 16, longer: 2, lower: 0.5, restPictures: 1 },
      batches: [],
    };
    expect([0, 8, 16, 17, 33].map((epoch) => rateAt(epochs, epoch))).toEqual([
      expect.closeTo(0.1),
      expect.closeTo(0.05, 4),
      expect.closeTo(1e-5),
      expect.closeTo(0.05),
      expect.closeTo(0.025, 4),
    ]);
  });

  it('falls by steps, as MobiFace was trained', () => {
    const steps: Schedule = {
      ...SCHEDULE,
      shape: { kind: 'steps', atPictures: [400, 800], factor: 0.1 },
      floorRate: 0,
    };
    expect([399, 400, 799, 800].map((picture) => rateAt(steps, picture))).toEqual([
      1,
      1 * 0.1,
      1 * 0.1,
      expect.closeTo(0.01),
    ]);
  });
});
