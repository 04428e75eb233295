import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Threshold } from '../threshold.ts';
import {
  chooseGalleryThreshold,
  expectedFpir,
  type GalleryThreshold,
  type IdentificationThresholdChoice,
} from './gallery-threshold.ts';

const measured = (similarity: number, targetFmr: number): Threshold => ({
  similarity,
  targetFmr,
  fmrInterval: [targetFmr / 2, targetFmr * 2],
  measuredOn: 'a set',
});
const THRESHOLDS = {
  thresholds: [measured(0.2, 0.01), measured(0.4, 0.0001), measured(0.3, 0.001)],
  thresholdsAgainstSimilar: [measured(0.35, 0.01)],
};

describe('the expected false positive identification rate', () => {
  it.each([
    [0.001, 0, 0],
    [0.001, 1, 0.001],
    [0.001, 1000, 0.6323],
    [0.5, 2, 0.75],
    [1e-5, 100_000, 0.6321],
    [1e-12, 10, 1e-11],
  ])('at a false match rate of %d among %d is %d', (fmr, size, fpir) => {
    expect(expectedFpir(fmr, size) / (fpir || 1)).toBeCloseTo(fpir === 0 ? 0 : 1, 4);
  });
});

describe('a threshold for a gallery', () => {
  it('says how many strangers it lets pass in a gallery of this size, with what is known of it', () => {
    expect(chooseGalleryThreshold(THRESHOLDS, { fmr: 0.001 }, 100)).toEqual({
      similarity: 0.3,
      fmr: 0.001,
      against: 'anyone',
      basis: 'measured',
      fmrInterval: [0.0005, 0.002],
      measuredOn: 'a set',
      gallerySize: 100,
      fpir: expectedFpir(0.001, 100),
      fpirInterval: [expectedFpir(0.0005, 100), expectedFpir(0.002, 100)],
    });
  });

  it('knows nothing of a similarity that is below every measured one', () => {
    const threshold = { similarity: 0.1, fmr: 'unknown', gallerySize: 100, fpir: 'unknown' };
    expect(chooseGalleryThreshold(THRESHOLDS, { similarity: 0.1 }, 100)).toEqual(threshold);
  });

  it('for a rate is the least strict one that keeps it', () => {
    const similarityFor = (fpir: number, size: number) =>
      (chooseGalleryThreshold(THRESHOLDS, { fpir }, size) as GalleryThreshold).similarity;
    expect(similarityFor(0.01, 1)).toBe(0.2);
    expect(similarityFor(0.01, 2)).toBe(0.3);
    expect(similarityFor(0.01, 10)).toBe(0.3);
    expect(similarityFor(0.01, 11)).toBe(0.4);
    expect(similarityFor(0.01, 100)).toBe(0.4);
    expect(similarityFor(0.5, 0)).toBe(0.2);
  });

  it('for a rate is none where the strictest does not keep it, with the largest gallery in which it would', () => {
    const tooLarge = { reason: 'gallery-too-large', largestGallery: 100 };
    expect(chooseGalleryThreshold(THRESHOLDS, { fpir: 0.01 }, 101)).toEqual(tooLarge);
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 0.9, noNaN: true }), (fpir) => {
        const largest = chooseGalleryThreshold(THRESHOLDS, { fpir }, 1e9);
        if (largest === undefined || !('reason' in largest)) throw new Error('A billion is too many.');
        const { largestGallery } = largest;
        expect(expectedFpir(0.0001, largestGallery)).toBeLessThanOrEqual(fpir * (1 + 1e-9));
        expect(expectedFpir(0.0001, largestGallery + 1)).toBeGreaterThan(fpir * (1 - 1e-9));
      }),
    );
  });

  it('for a rate against similar strangers is one that was measured on them, or none', () => {
    const choice = { fpir: 0.05, against: 'similar' } as const;
    const threshold = { similarity: 0.35, against: 'similar', fpir: expectedFpir(0.01, 5) };
    expect(chooseGalleryThreshold(THRESHOLDS, choice, 5)).toMatchObject(threshold);
    const tooLarge = { reason: 'gallery-too-large', largestGallery: 5 };
    expect(chooseGalleryThreshold(THRESHOLDS, choice, 6)).toEqual(tooLarge);
    const unmeasured = { ...THRESHOLDS, thresholdsAgainstSimilar: [] };
    expect(() => chooseGalleryThreshold(unmeasured, choice, 1)).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });

  it('is none where a model has none', () => {
    for (const choice of [{ fpir: 0.01 }, { fmr: 0.001 }, { similarity: 0.5 }]) {
      expect(
        chooseGalleryThreshold(
          { thresholds: [], thresholdsAgainstSimilar: [] },
          choice as IdentificationThresholdChoice,
          10,
        ),
      ).toBeUndefined();
    }
  });

  it.each([
    null,
    undefined,
    0.01,
    {},
    { fpir: 0 },
    { fpir: 1 },
    { fpir: -0.1 },
    { fpir: Number.NaN },
    { fpir: '0.01' },
    { fpir: null },
    { fpir: 0.01, fmr: 0.001 },
    { fpir: 0.01, similarity: 0.3 },
    { fpir: 0.01, against: 'twins' },
    { fpir: 0.01, k: 3 },
    { fmr: 0.002 },
  ])('is not chosen by %j', (choice) => {
    expect(() => chooseGalleryThreshold(THRESHOLDS, choice as IdentificationThresholdChoice, 10)).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });
});
