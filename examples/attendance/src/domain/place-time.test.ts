import { describe, expect, it } from 'vitest';
import { addDays, isLocalDate, isPlausible, isZone, placeTimeAt, readTypedTime } from './place-time.ts';

const at = (instant: string, zone: string) => {
  const { localDate, localTime } = placeTimeAt(Date.parse(instant), zone);
  return `${localDate} ${localTime}`;
};

describe('the wall clock of a place', () => {
  it.each([
    ['Europe/Amsterdam', '2026-11-28T23:30:00Z', '2026-11-29 00:30:00'],
    ['America/New_York', '2026-11-29T03:30:00Z', '2026-11-28 22:30:00'],
    ['Asia/Kolkata', '2026-11-28T18:30:00Z', '2026-11-29 00:00:00'],
    ['Pacific/Apia', '2026-11-28T11:00:00Z', '2026-11-29 00:00:00'],
  ])('in %s at %s says %s, whatever day UTC has', (zone, instant, local) => {
    expect(at(instant, zone)).toBe(local);
  });

  it.each([
    ['Europe/Amsterdam', '2026-03-29T00:59:59Z', '2026-03-29 01:59:59', '2026-03-29 03:00:00'],
    ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08 01:59:59', '2026-03-08 03:00:00'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29 23:59:59', '2011-12-31 00:00:00'],
  ])('in %s goes on right over a change at %s', (zone, instant, before, after) => {
    expect(at(instant, zone)).toBe(before);
    expect(at(new Date(Date.parse(instant) + 1000).toISOString(), zone)).toBe(after);
  });

  it('is refused for a zone that there is not', () => {
    expect(() => placeTimeAt(0, 'Europe/Atlantis')).toThrow(RangeError);
    expect(isZone('Europe/Atlantis')).toBe(false);
    expect(isZone('')).toBe(false);
    expect(isZone('Asia/Kolkata')).toBe(true);
  });
});

describe('a typed time', () => {
  it.each(['7:30', '07:30', '07:30:00'])('is read as %s', (typed) => {
    expect(readTypedTime('2026-11-28', typed, 'Asia/Kolkata')).toMatchObject({
      outcome: 'time',
      time: { instant: '2026-11-28T02:00:00.000Z', localTime: '07:30:00' },
    });
  });

  it.each([
    ['Europe/Amsterdam', '2026-03-29', '02:30'],
    ['America/New_York', '2026-03-08', '02:00'],
    ['Pacific/Apia', '2011-12-30', '12:00'],
  ])('that clocks in %s went over on %s is no time', (zone, date, time) => {
    expect(readTypedTime(date, time, zone)).toEqual({ outcome: 'skipped' });
  });

  it.each([
    ['Europe/Amsterdam', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
  ])('that clocks in %s had twice on %s is the first, and said so', (zone, date, time, instant) => {
    expect(readTypedTime(date, time, zone)).toMatchObject({ outcome: 'repeated', time: { instant } });
  });

  it.each([
    ['2026-02-29', '08:00'],
    ['2026-11-28', '25:00'],
    ['2026-11-28', 'noon'],
    ['', ''],
  ])('like %s %s is no time', (date, time) => {
    expect(readTypedTime(date, time, 'Europe/Amsterdam')).toEqual({ outcome: 'no-time' });
  });
});

it('counts days by the calendar', () => {
  expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

it('knows dates that exist', () => {
  expect(['2026-11-28', '2024-02-29'].every(isLocalDate)).toBe(true);
  expect(['2026-02-30', '2026-1-1', 'today', ''].some(isLocalDate)).toBe(false);
});

describe('a time from elsewhere', () => {
  const time = placeTimeAt(Date.parse('2026-11-28T23:30:00Z'), 'Europe/Amsterdam');

  it('is believed within what clocks on Earth have', () => {
    expect(isPlausible(time)).toBe(true);
    expect(isPlausible({ ...time, localTime: '01:30:00' })).toBe(true);
  });

  it.each([{ localDate: '2026-11-27' }, { localTime: '25:00:00' }, { zone: 'here' }, { instant: '2026-11-28' }])(
    'is not with %o',
    (wrong) => {
      expect(isPlausible({ ...time, ...wrong })).toBe(false);
    },
  );
});
