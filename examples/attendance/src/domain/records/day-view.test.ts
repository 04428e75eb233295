import { describe, expect, it } from 'vitest';
import { drawnCheckIn, drawnPerson } from '../../../testing/drawn-log.ts';
import { applyCorrections } from '../correction.ts';
import { addDays } from '../place-time.ts';
import { countArrivals } from './arrivals.ts';
import { personDays, viewDay } from './day-view.ts';
import { keptSince } from './retention.ts';
import { listUnderDays } from './working-days.ts';

const RULES = { dayBoundary: '00:00:00', longestShiftHours: 16 };
const [anna, ben, zoe] = ['Anna', 'Ben', 'Zoë'].map((name) => drawnPerson(name)) as [Person, Person, Person];
type Person = ReturnType<typeof drawnPerson>;

const dated = (...checkIns: readonly ReturnType<typeof drawnCheckIn>[]) =>
  listUnderDays(applyCorrections(checkIns, []), RULES);

describe('a day', () => {
  const records = dated(
    drawnCheckIn(ben.id, '2026-11-28 08:02'),
    drawnCheckIn(anna.id, '2026-11-28 08:10'),
    drawnCheckIn(anna.id, '2026-11-28 12:00', 'out'),
    drawnCheckIn(zoe.id, '2026-11-29 08:00'),
  );

  it('has who came, in order, and who is missing', () => {
    const view = viewDay([zoe, anna, ben], records, '2026-11-28');
    expect(view.arrived.map(({ person, now }) => [person, now])).toEqual([
      [ben.id, 'in'],
      [anna.id, 'out'],
    ]);
    expect(view.missing).toEqual([zoe]);
    expect(view.presentCount).toBe(1);
    expect(view.arrived[1]).toMatchObject({ firstIn: { localTime: '08:10:00' }, lastOut: { localTime: '12:00:00' } });
  });

  it('misses nobody who is not expected', () => {
    expect(viewDay([{ ...zoe, active: false }], records, '2026-11-28').missing).toEqual([]);
  });

  it('lists the missing by name, with numbers as numbers', () => {
    const people = ['Team 10', 'Émile', 'Team 9', 'Zoë', 'anna'].map((name) => drawnPerson(name));
    const names = viewDay(people, [], '2026-11-28').missing.map(({ name }) => name);
    expect(names).toEqual(['anna', 'Émile', 'Team 9', 'Team 10', 'Zoë']);
  });

  it('does not change the list of people that it was given', () => {
    const people = [zoe, anna];
    viewDay(people, [], '2026-11-28');
    expect(people).toEqual([zoe, anna]);
  });
});

describe('arrivals', () => {
  it('are counted by the wall clock, first arrivals only, with the empty steps between', () => {
    const days = personDays(
      dated(
        drawnCheckIn(anna.id, '2026-11-28 08:01'),
        drawnCheckIn(ben.id, '2026-11-28 08:14'),
        drawnCheckIn(zoe.id, '2026-11-28 08:45'),
        drawnCheckIn(anna.id, '2026-11-28 12:00', 'out'),
        drawnCheckIn(anna.id, '2026-11-28 13:00'),
      ),
    );
    expect(countArrivals(days)).toEqual([
      { from: '08:00:00', count: 2 },
      { from: '08:15:00', count: 0 },
      { from: '08:30:00', count: 0 },
      { from: '08:45:00', count: 1 },
    ]);
  });

  it('of nobody are none', () => {
    expect(countArrivals([])).toEqual([]);
  });
});

it('keeps records for the days that are set, or for ever', () => {
  expect(keptSince('2026-11-28', { retentionDays: 28 })).toBe('2026-10-31');
  expect(keptSince('2026-11-28', { retentionDays: 0 })).toBeUndefined();
});

it('finds each of 5,000 records in the history of their people', () => {
  const people = Array.from({ length: 50 }, (_, i) => drawnPerson(`Person ${i}`));
  const checkIns = Array.from({ length: 50 }, (_, day) => addDays('2026-09-01', day)).flatMap((date) =>
    people.flatMap(({ id }) => [drawnCheckIn(id, `${date} 08:00`), drawnCheckIn(id, `${date} 17:00`, 'out')]),
  );
  const days = personDays(dated(...checkIns));
  expect(days).toHaveLength(50 * 50);
  expect(days.every(({ records }) => records.length === 2)).toBe(true);
});
