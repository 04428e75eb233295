import { expect, test } from 'vitest';
import { transactionsPage } from './transactions-page.ts';

test('the page says for each split what each kind of transaction misses and lets through', () => {
  const weights = { file: 'weights.bin', format: 'fp16', bytes: 2, sha256: 'ab'.repeat(32) } as const;
  const figures = {
    enrolled: 3,
    attempts: 2,
    people: 400,
    notEnrolled: 0.0125,
    fnmr: { value: 0.03, interval: [0.02, 0.045] },
    fmr: { value: 0.00021, interval: [0.0001, 0.0004] },
  } as const;
  const page = transactionsPage(
    [{ split: 'val2', targetFmr: 0.0001, against: 'similar', threshold: 0.39, figures: [figures] }],
    {
      id: 'own',
      weights,
    },
  );
  expect(page).toContain('Weights `abababababab`');
  expect(page).toContain('## `val2`, at the threshold for 0.0001 against similar strangers (0.39)');
  expect(page).toContain(
    '| best of two against a template of three | 400 | 1.3 % | 3.0 % (2.0–4.5) | 0.021 % (0.010–0.040) |',
  );
});
