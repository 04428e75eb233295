import { describe, expect, it } from 'vitest';
import type { CropRecord } from '../../data/crop.ts';
import { noseOffset } from '../../data/nose-offset.ts';
import { cropOf } from '../../testing/crop-of.ts';
import { VALIDATION_GROUPS } from './validation-groups.ts';

/** A face whose nose is off the middle by a share of the distance between the eyes. */
function turned(share: number): CropRecord {
  const [left, right, , ...mouth] = cropOf({}).points as [number, number][];
  const [[leftX], [rightX, y]] = [left ?? [0, 0], right ?? [0, 0]];
  const nose = [(leftX + rightX) / 2 + share * (rightX - leftX), y + 20] as const;
  return cropOf({ points: [left ?? [0, 0], right ?? [0, 0], nose, ...mouth] });
}

const keeps = (group: string, probe: CropRecord, reference: CropRecord) =>
  VALIDATION_GROUPS[group]?.keep?.(probe, reference);

describe('groups of the validation split', () => {
  it('go by how far the nose is off the middle, to either side', () => {
    expect(noseOffset(turned(0.2))).toBeCloseTo(0.2, 2);
    expect(noseOffset(turned(-0.2))).toBeCloseTo(0.2, 2);
  });

  it.each([
    ['facing', 0.1, -0.1, true],
    ['facing', 0.1, 0.2, false],
    ['halfTurned', 0.2, -0.25, true],
    ['halfTurned', 0.1, 0.2, false],
    ['turned', 0.4, -0.4, true],
    ['turned', 0.4, 0.2, false],
    ['turnedAgainstFacing', 0.4, 0.1, true],
    ['turnedAgainstFacing', 0.1, 0.4, true],
    ['turnedAgainstFacing', 0.4, 0.4, false],
  ])('%s: %d and %d: %s', (group, probe, reference, expected) => {
    expect(keeps(group, turned(probe), turned(reference))).toBe(expected);
  });

  it('count a pair as of low resolution where one face is', () => {
    const [large, small] = [cropOf({ scale: 0.5 }), cropOf({ scale: 1.9 })];
    expect(keeps('lowResolution', large, small)).toBe(true);
    expect(keeps('lowResolution', large, large)).toBe(false);
  });
});
