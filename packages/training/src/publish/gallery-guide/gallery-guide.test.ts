import { describe, expect, it } from 'vitest';
import { drawGalleryTimes } from './draw-gallery-times.ts';
import { drawIdentification } from './draw-identification.ts';
import { galleryTimesPage } from './gallery-times-page.ts';
import { identificationPage } from './identification-page.ts';

const share = (value: number) => ({ value, interval: [value / 2, value * 2] }) as const;
const FIGURES = {
  gallerySize: 400,
  targetFmr: 0.001,
  expectedFpir: 0.32981,
  fpir: share(0.309),
  enrolled: {
    withoutMargin: { themselves: share(0.873), somebodyElse: share(0.0471), undecided: share(0) },
    withMargin: { themselves: share(0.841), somebodyElse: share(0.0188), undecided: share(0.0605) },
  },
};

describe('the page about identification', () => {
  it('holds what was expected against what was measured, and says what the margin is worth', () => {
    const weights = { file: 'weights.bin', format: 'fp16', bytes: 2, sha256: 'ab'.repeat(32) } as const;
    const page = identificationPage([FIGURES], { id: 'own', weights }, 440);
    expect(page).toContain('Weights `abababababab`');
    expect(page).toContain('| 400 | 0.001 | 32.98 % | 30.90 % (15.45–61.80) |');
    expect(page).toContain('| 400 | 0.001 | 87.3 % | 4.71 % | 84.1 % | 1.88 % | 6.05 % |');
  });

  it('has a picture with a line for each threshold', async () => {
    const svg = await drawIdentification([FIGURES, { ...FIGURES, targetFmr: 0.01 }]);
    for (const label of ['FMR 0.01', 'FMR 0.001']) expect(svg).toContain(`>${label}<`);
  });
});

describe('the page about what galleries cost', () => {
  const times = [1000, 1_000_000].map((size) => ({
    size,
    dimension: 128,
    fillMs: 12_345,
    identify: { medianMs: size / 50_000, p90Ms: 1, runs: 31 },
    fastestMs: size / 100_000,
    storedBytes: size * 540,
    encodeMs: 2345,
    decodeMs: 345,
    findDuplicatesMs: size === 1000 ? 40 : undefined,
  }));

  it('tells every size in times that people read', () => {
    const page = galleryTimesPage(times, { chromium: '150', cores: 2 });
    expect(page).toContain('| 1,000 | 0.01 ms | 0.02 ms | 12 s | 2.3 s | 345 ms | 0.5 MB | 40 ms |');
    expect(page).toContain('| 1,000,000 | 10 ms | 20 ms | 12 s | 2.3 s | 345 ms | 540.0 MB | – |');
  });

  it('has a picture', async () => {
    const svg = await drawGalleryTimes(times);
    for (const text of ['fastest', 'median', '1,000,000']) expect(svg).toContain(`>${text}<`);
  });
});
