import { describe, expect, it } from 'vitest';
import { drawnCheckIn, drawnCorrection, wallClock, ZONE } from '../../testing/drawn-log.ts';
import { applyCorrections, createCorrection } from './correction.ts';
import { placeTimeAt } from './place-time.ts';

const time = (text: string) => placeTimeAt(wallClock(text), ZONE);
const checkIn = drawnCheckIn('anna', '2026-11-28 09:10');

describe('a correction', () => {
  const facts = {
    ...{ person: 'anna', kiosk: 'kiosk-a', atMs: wallClock('2026-12-02 12:00'), zone: ZONE },
    change: { kind: 'strike' as const, of: checkIn.id },
  };

  it('needs a reason and an author', () => {
    expect(createCorrection({ ...facts, reason: ' ', by: 'desk' })).toEqual({ outcome: 'no-reason' });
    expect(createCorrection({ ...facts, reason: 'wrong person', by: '\n' })).toEqual({ outcome: 'no-author' });
  });

  it('is found by the date that it corrects, and keeps when it was made', () => {
    const made = createCorrection({ ...facts, reason: 'wrong person', by: 'desk' });
    expect(made).toMatchObject({ correction: { localDate: '2026-12-02', localTime: '12:00:00' } });
    expect('correction' in made && made.correction.id.startsWith('2026-11-28:')).toBe(true);
  });
});

describe('the log with corrections', () => {
  const change = drawnCorrection('anna', '2026-11-28 12:00', {
    kind: 'change',
    of: checkIn.id,
    direction: 'in',
    time: time('2026-11-28 08:55'),
  });
  const strike = drawnCorrection('anna', '2026-11-28 13:00', { kind: 'strike', of: checkIn.id });

  it('counts what the latest one says, in whatever order they came, and keeps all that was said', () => {
    const [record] = applyCorrections([checkIn], [strike, change]);
    expect(record).toMatchObject({ struck: true, original: checkIn, corrections: [change, strike] });
    const [again] = applyCorrections([checkIn], [change]);
    expect(again).toMatchObject({ localTime: '08:55:00', struck: false, original: { localTime: '09:10:00' } });
  });

  it('has what was forgotten, which can be corrected in turn', () => {
    const added = drawnCorrection('ben', '2026-11-28 12:00', {
      kind: 'add',
      direction: 'out',
      time: time('2026-11-28 11:00'),
    });
    const struck = drawnCorrection('ben', '2026-11-28 12:05', { kind: 'strike', of: added.id });
    expect(applyCorrections([], [added])).toMatchObject([{ person: 'ben', how: 'correction', localTime: '11:00:00' }]);
    expect(applyCorrections([], [added, struck])).toMatchObject([{ struck: true, corrections: [added, struck] }]);
  });

  it('is not changed by a correction of something else, or of somebody else', () => {
    const elsewhere = drawnCorrection('anna', '2026-11-28 12:00', { kind: 'strike', of: '2026-11-28:0:none' });
    const others = drawnCorrection('ben', '2026-11-28 12:00', { kind: 'strike', of: checkIn.id });
    expect(applyCorrections([checkIn], [elsewhere, others])).toEqual(applyCorrections([checkIn], []));
  });

  it('is in the order of the corrected times', () => {
    const early = drawnCheckIn('ben', '2026-11-28 09:00');
    const ids = applyCorrections([early, checkIn], [change]).map(({ id }) => id);
    expect(ids).toEqual([checkIn.id, early.id]);
  });
});
