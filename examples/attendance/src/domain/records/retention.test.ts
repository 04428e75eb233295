import { expect, it } from 'vitest';
import { drawnCheckIn, drawnCorrection, wallClock, ZONE } from '../../../testing/drawn-log.ts';
import type { CheckIn } from '../check-in.ts';
import { applyCorrections, type Correction } from '../correction.ts';
import { placeTimeAt } from '../place-time.ts';
import { retentionDate } from './retention.ts';

const dateOf = (checkIn: CheckIn, ...corrections: readonly Correction[]) =>
  applyCorrections([checkIn], corrections).map(retentionDate);

const DAY_SECONDS = 24 * 3600;
const behind = { clock: { state: 'off', against: 'server', aheadSeconds: -30 * DAY_SECONDS } } as const;

it('keeps a record by when it was made', () => {
  expect(dateOf(drawnCheckIn('anna', '2026-11-28 08:00'))).toEqual(['2026-11-28']);
});

it('keeps a record that a clock dated wrongly by when it was really made', () => {
  expect(dateOf(drawnCheckIn('anna', '2026-10-29 08:00', 'in', behind))).toEqual(['2026-11-28']);
});

it('keeps a record by what it was corrected to, whatever its clock said', () => {
  const checkIn = drawnCheckIn('anna', '2026-10-29 08:00', 'in', behind);
  const time = placeTimeAt(wallClock('2026-11-02 08:00'), ZONE);
  const change = drawnCorrection('anna', '2026-11-28 09:00', { kind: 'change', of: checkIn.id, direction: 'in', time });
  expect(dateOf(checkIn, change)).toEqual(['2026-11-02']);
});
