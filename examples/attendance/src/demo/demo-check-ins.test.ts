import { seededDraws } from '@face-verify/testkit';
import { expect, it } from 'vitest';
import { applyCorrections } from '../domain/correction.ts';
import { personDays } from '../domain/records/day-view.ts';
import { listUnderDays } from '../domain/records/working-days.ts';
import { demoCheckIns } from './demo-check-ins.ts';

const NOW = Date.parse('2026-11-25T09:00:00.000Z');

function checkIns(seed: number) {
  const place = { kiosk: 'k', zone: 'Europe/Amsterdam', nowMs: NOW, draw: seededDraws(seed) };
  return demoCheckIns(['a', 'b', 'c'], place);
}

it('made-up people come and go on working days before today', () => {
  const records = applyCorrections(checkIns(1), []);
  const days = personDays(listUnderDays(records, { dayBoundary: '00:00:00', longestShiftHours: 16 }));
  expect(days.length).toBeGreaterThan(15);
  for (const { day, firstIn, lastOut, records: ofDay } of days) {
    expect(day < '2026-11-25').toBe(true);
    expect([0, 6]).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
    expect(ofDay.map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(firstIn?.localTime.slice(0, 2)).toBe('08');
    expect((lastOut?.localTime ?? '') > '16:00:00').toBe(true);
  }
});

it('somebody is missing now and then', () => {
  const counts = [1, 2, 3, 4, 5].map((seed) => checkIns(seed).length);
  expect(Math.min(...counts)).toBeLessThan(2 * 3 * 8);
});
