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
});
