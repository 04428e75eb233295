import { beforeEach, expect, it } from 'vitest';
import { startKiosk } from '../domain/kiosk/step-kiosk.ts';
import { keepFailures, loadFailures } from './kiosk-failures.ts';

const PAUSED = { failures: 5, pausedUntilMs: 1_800_000_000_000 };
const NONE = startKiosk().failures;

beforeEach(() => localStorage.clear());

it('failures are kept over a reload', () => {
  expect(loadFailures()).toEqual(NONE);
  keepFailures({ face: PAUSED, pin: { '1001': PAUSED } });
  expect(loadFailures()).toEqual({ face: PAUSED, pin: { '1001': PAUSED } });
});

it('what is no count is none', () => {
  for (const text of ['{', 'null', '[]', '{"face":{"failures":"many"},"pin":{"1":7}}']) {
    localStorage.setItem('attendance-kiosk-failures', text);
    expect(loadFailures()).toEqual(NONE);
  }
});

it('endless numbers do not fill the device', () => {
  const pin = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`n${i}`, PAUSED]));
  keepFailures({ face: NONE.face, pin });
  const kept = Object.keys(loadFailures().pin);
  expect(kept).toHaveLength(500);
  expect(kept).toContain('n1999');
});
