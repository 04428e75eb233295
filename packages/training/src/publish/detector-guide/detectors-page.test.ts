import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import { expect, it } from 'vitest';
import { detectorsPage } from './detectors-page.ts';

const spread = (medianMs: number) => ({ medianMs, p90Ms: 2 * medianMs, runs: 7 });
const FIGURES = { bytes: 15_500_000, load: spread(1250), detect: spread(6.25), wasmBytes: 9e6, processBytes: 2e8 };

it('a page about detectors has a row for each, with its units', () => {
  const figures = (['mediapipe', 'light'] as const).map((detector) => ({ detector, ...FIGURES }));
  const page = detectorsPage({ chromium: '999', figures }, 3);
  expect(page).toContain('| MediaPipe | 15.5 MB | 1.25 s | 6.3 ms | 12.5 ms | 9.0 MB | 200.0 MB |');
  expect(page).toContain('| light | 15.5 MB |');
  expect(page).toContain('Chromium 999 with 3 cores');
});

it('docs/generated/detectors.md has both; where not: npm run -s lab -- write-detectors', () => {
  const page = readFileSync(path.join(GENERATED_PAGES, 'detectors.md'), 'utf8');
  for (const row of ['| MediaPipe |', '| light |']) expect(page).toContain(row);
});
