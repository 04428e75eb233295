import { expect, it } from 'vitest';
import { startPage } from './start-page.ts';

const time = (medianMs: number) => ({ medianMs, p90Ms: medianMs + 100, runs: 9 });

it('has a line for each kind of visit, and what each waited for', () => {
  const page = startPage(
    {
      chromium: '156',
      packages: [
        [
          {
            detector: 'light',
            visit: 'cold',
            fromNavigation: time(1500.4),
            fromCall: time(1400),
            load: time(1200),
            stages: [{ stage: 'read models/face-points/weights.bin', fromMs: 12.4, toMs: 40 }],
          },
        ],
      ],
    },
    { cores: 2, load: 9.7 },
  );
  expect(page).toContain('| light | first visit | 1,500 | 1,400 | 1,200 | 1,500 |\n');
  expect(page).toContain('### light, first visit\n');
  expect(page).toContain('| read face-points/weights.bin | 12 | 40 | 28 |\n');
});
