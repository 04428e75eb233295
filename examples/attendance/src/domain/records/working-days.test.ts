import { describe, expect, it } from 'vitest';
import { drawnCheckIn } from '../../../testing/drawn-log.ts';
import type { CheckIn } from '../check-in.ts';
import { applyCorrections } from '../correction.ts';
import { listUnderDays } from './working-days.ts';

const RULES = { dayBoundary: '00:00:00', longestShiftHours: 16 };

const daysOf = (checkIns: readonly CheckIn[], rules = RULES) =>
  listUnderDays(applyCorrections(checkIns, []), rules).map(({ day }) => day);

describe.each(['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'])('in %s', (zone) => {
  const at = (time: string, direction: 'in' | 'out', person = 'anna') =>
    drawnCheckIn(person, time, direction, { zone });

  it('check-ins around midnight are listed under the date on the wall', () => {
    expect(daysOf([at('2026-11-28 23:59', 'in', 'anna'), at('2026-11-29 00:00', 'in', 'ben')])).toEqual([
      '2026-11-28',
      '2026-11-29',
    ]);
  });

  it('a night shift belongs to the day on which it began', () => {
    expect(daysOf([at('2026-11-28 22:00', 'in'), at('2026-11-29 06:10', 'out')])).toEqual(['2026-11-28', '2026-11-28']);
  });

  it('the nights in which clocks change are no exception', () => {
    const nights = ['2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31', '2026-04-04', '2026-09-26'];
    for (const night of nights) {
      const morning = new Date(Date.parse(night) + 86_400_000).toISOString().slice(0, 10);
      expect(daysOf([at(`${night} 22:00`, 'in'), at(`${morning} 06:00`, 'out')])).toEqual([night, night]);
    }
  });
});

it('nobody is in for longer than the longest shift: who forgot to go out goes out on another day', () => {
  const forgot = [drawnCheckIn('anna', '2026-11-28 08:00'), drawnCheckIn('anna', '2026-11-29 08:01', 'out')];
  expect(daysOf(forgot)).toEqual(['2026-11-28', '2026-11-29']);
});

it('one person going out does not end the shift of another', () => {
  const both = [drawnCheckIn('anna', '2026-11-28 22:00'), drawnCheckIn('ben', '2026-11-29 01:00', 'out')];
  expect(daysOf(both)).toEqual(['2026-11-28', '2026-11-29']);
});

it('a day that begins at four takes the hours before along', () => {
  const bar = [drawnCheckIn('anna', '2026-11-29 03:59'), drawnCheckIn('ben', '2026-11-29 04:00')];
  expect(daysOf(bar, { ...RULES, dayBoundary: '04:00:00' })).toEqual(['2026-11-28', '2026-11-29']);
});
