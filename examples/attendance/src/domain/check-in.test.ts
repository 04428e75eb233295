import { expect, it } from 'vitest';
import { drawnCheckIn } from '../../testing/drawn-log.ts';
import { isLogId } from './check-in.ts';

it('keeps its instant, its zone and the date of the place', () => {
  expect(drawnCheckIn('anna', '2026-11-29 00:30')).toMatchObject({
    instant: '2026-11-28T23:30:00.000Z',
    zone: 'Europe/Amsterdam',
    localDate: '2026-11-29',
    localTime: '00:30:00',
  });
});

it('has an id that sorts by date and time and that no other kiosk makes', () => {
  const times = ['2026-11-28 08:00', '2026-11-28 17:05', '2026-11-29 00:30', '2027-01-01 00:00'];
  const ids = times.map((time) => drawnCheckIn('anna', time).id);
  expect(ids.toSorted()).toEqual(ids);
  const atOnce = Array.from({ length: 1000 }, () => drawnCheckIn('anna', '2026-11-28 08:00').id);
  expect(new Set(atOnce).size).toBe(1000);
});

it('never has how similar a face was', () => {
  expect(Object.keys(drawnCheckIn('anna', '2026-11-28 08:00')).toSorted()).toEqual(
    ['clock', 'direction', 'how', 'id', 'instant', 'kiosk', 'localDate', 'localTime', 'person', 'zone'].toSorted(),
  );
});

it('has an id by which a changed time is noticed', () => {
  const checkIn = drawnCheckIn('anna', '2026-11-28 08:00');
  expect(isLogId(checkIn.id, checkIn)).toBe(true);
  expect(isLogId(checkIn.id, { ...checkIn, instant: '2026-11-28T07:00:01.000Z' })).toBe(false);
  expect(isLogId(checkIn.id, { ...checkIn, localDate: '2026-11-27' })).toBe(false);
});
