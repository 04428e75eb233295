import { expect, it } from 'vitest';
import { liveGuide } from './live-guide.ts';

it('has the fastest, the median and the slow ones of each step, and the sum of those that end with quality', () => {
  const tracked = [3, 1, 2].map((pointsMs) => ({ decodeMs: 1, pointsMs, alignMs: 10 * pointsMs, answeredMs: 40 }));
  const page = liveGuide(
    { chromium: '156', sessions: 2, looked: 4, tracked, decisionMs: [20, 30], mainThreadMs: 2.54 },
    { cores: 2, load: 9.7 },
  );
  expect(page).toContain('| points, presence, pose | 1.0 | 2.0 | 3.0 |\n');
  expect(page).toContain('| **points, pose and quality** | 11.0 | 22.0 | 33.0 |\n');
  expect(page).toContain('| **frame → decision** | 20.0 | 25.0 | 30.0 |\n');
  expect(page).toContain('| **main thread, per frame** | – | 2.5 | – |\n');
});
