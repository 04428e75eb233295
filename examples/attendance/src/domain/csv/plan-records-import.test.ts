import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnCheckIn, drawnCorrection, drawnPerson, wallClock, ZONE } from '../../../testing/drawn-log.ts';
import { type CheckIn, createCheckIn } from '../check-in.ts';
import type { ClockState } from '../clock-check.ts';
import { type Correction, createCorrection } from '../correction.ts';
import { placeTimeAt } from '../place-time.ts';
import { planRecordsImport, type RecordsPlan, type RecordsSurroundings } from './plan-records-import.ts';
import { readCsv } from './read-csv.ts';
import { writeRecordsCsv } from './records-csv.ts';

const anna = drawnPerson('Anna');
const checkIn = drawnCheckIn(anna.id, '2026-11-28 08:00');
const correction = drawnCorrection(anna.id, '2026-11-28 12:00', { kind: 'strike', of: checkIn.id });
const CSV = writeRecordsCsv({ checkIns: [checkIn], corrections: [correction] }, [anna]);

function plan(
  csv: string,
  surroundings: Partial<RecordsSurroundings> = {},
): Extract<RecordsPlan, { outcome: 'planned' }> {
  const nothing = { people: new Set([anna.id]), checkIns: [], corrections: [] };
  const planned = planRecordsImport(readCsv(new TextEncoder().encode(csv)), { ...nothing, ...surroundings });
  if (planned.outcome !== 'planned') throw new Error(planned.outcome);
  return planned;
}

const outcomes = (planned: ReturnType<typeof plan>) =>
  planned.rows.map((row) => (row.outcome === 'refused' ? row.reason : row.outcome));

describe('a log that is imported', () => {
  it('adds what is new, and nothing twice', () => {
    expect(plan(CSV)).toMatchObject({ checkIns: [checkIn], corrections: [correction] });
    const there = { checkIns: [checkIn], corrections: [correction] };
    expect(plan(CSV, there)).toMatchObject({ checkIns: [], corrections: [] });
    expect(outcomes(plan(CSV, there))).toEqual(['same', 'same']);
    expect(outcomes(plan(CSV + CSV.split('\r\n')[1]))).toEqual(['new', 'new', 'repeated']);
  });

  it('never changes an entry that is there', () => {
    const changed = CSV.replace(',in,face,', ',out,face,');
    expect(outcomes(plan(changed, { checkIns: [checkIn] }))).toEqual(['different', 'new']);
  });

  it.each([
    ['person-unknown', [anna.id, drawnPerson('Ben').id]],
    ['time-invalid', ['08:00:00', '25:00:00']],
    ['time-invalid', [',2026-11-28,', ',2026-11-27,']],
    ['incomplete', [',face,', ',guess,']],
    ['incomplete', [',agrees,', ',fine,']],
    ['incomplete', ['check-in,', 'note,']],
  ] as const)('refuses what is %s', (reason, [from, to]) => {
    expect(outcomes(plan(CSV.replace(from, to)))[0]).toBe(reason);
  });

  it('refuses a correction without a reason', () => {
    expect(outcomes(plan(CSV.replace(',forgot,', ',,')))).toEqual(['new', 'incomplete']);
  });

  it('has to be of this kind', () => {
    const table = readCsv(new TextEncoder().encode('name,date\nAnna,2026-11-28'));
    expect(planRecordsImport(table, { people: new Set(), checkIns: [], corrections: [] })).toMatchObject({
      outcome: 'columns-missing',
    });
  });
});

describe('a log that was exported', () => {
  const zones = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC');
  const ms = fc.integer({ min: 0, max: Date.parse('2100-01-01') });
  const direction = fc.constantFrom<'in' | 'out'>('in', 'out');
  const clock: fc.Arbitrary<ClockState> = fc.oneof(
    fc.constantFrom<ClockState>({ state: 'agrees' }, { state: 'unchecked' }),
    fc.record({
      state: fc.constant('off' as const),
      against: fc.constantFrom<'server' | 'record'>('server', 'record'),
      aheadSeconds: fc.oneof(fc.integer({ min: 61, max: 1e8 }), fc.integer({ min: -1e8, max: -61 })),
    }),
  );
  const checkIns = fc.record({
    ...{ person: fc.constant(anna.id), kiosk: fc.uuid(), atMs: ms, zone: zones, direction, clock },
    how: fc.constantFrom<CheckIn['how']>('face', 'pin', 'card', 'correction'),
  });
  const time = fc.tuple(ms, zones).map(([at, zone]) => placeTimeAt(at, zone));
  const text = fc.string({ minLength: 1 }).map((told) => `=${told}`);
  const change = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), direction, time }),
    fc.record({ kind: fc.constant('change' as const), of: fc.constant(checkIn.id), direction, time }),
    fc.record({ kind: fc.constant('strike' as const), of: fc.constant(checkIn.id) }),
  );
  const corrections = fc
    .record({ person: fc.constant(anna.id), kiosk: fc.uuid(), atMs: ms, zone: zones, reason: text, by: text, change })
    .map(createCorrection)
    .map((made) => ('correction' in made ? made.correction : undefined))
    .filter((made): made is Correction => made !== undefined);

  it('is the same log when imported, wherever', () => {
    fc.assert(
      fc.property(fc.array(checkIns.map(createCheckIn)), fc.array(corrections), (made, corrected) => {
        const log = { checkIns: made, corrections: corrected };
        const csv = writeRecordsCsv(log, [anna], ';');
        expect(plan(csv)).toMatchObject(log);
        expect(plan(csv, log)).toMatchObject({ checkIns: [], corrections: [] });
      }),
    );
  });

  it('has names and times to read', () => {
    const [, line = ''] = CSV.split('\r\n');
    expect(line).toContain(
      `,Anna,2026-11-28,08:00:00,${ZONE},${new Date(wallClock('2026-11-28 08:00')).toISOString()},in,face,`,
    );
  });
});
