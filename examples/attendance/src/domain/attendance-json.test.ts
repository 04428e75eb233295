import { describe, expect, it } from 'vitest';
import { drawnCheckIn, drawnCorrection, drawnPerson } from '../../testing/drawn-log.ts';
import { readAttendanceJson, writeAttendanceJson } from './attendance-json.ts';
import { planRecordsImport } from './csv/plan-records-import.ts';
import { planRosterImport } from './csv/plan-roster-import.ts';

const consent = {
  at: '2026-11-01T09:00:00.000Z',
  face: true,
  photographs: false,
  wording: 'v',
  givenBy: 'subject',
} as const;
const people = [drawnPerson('=Ada', { number: '7', consent }), drawnPerson('Zoë', { active: false, group: '3b' })];
const [ada] = people as [(typeof people)[0]];
const checkIn = drawnCheckIn(ada.id, '2026-11-28 08:00', 'in', { how: 'pin' });
const correction = drawnCorrection(ada.id, '2026-11-28 18:00', { kind: 'strike', of: checkIn.id }, { reason: '-1' });
const log = { checkIns: [checkIn], corrections: [correction] };

describe('what was exported', () => {
  it('gives the same people and records when it is imported', () => {
    const read = readAttendanceJson(writeAttendanceJson(people, log));
    if (read === undefined) throw new Error('It was not read.');
    expect(planRosterImport(read.people, { people: [] })).toMatchObject({ outcome: 'planned', people });
    const ids = new Set(people.map(({ id }) => id));
    const nothing = { people: ids, checkIns: [], corrections: [] };
    expect(planRecordsImport(read.records, nothing)).toMatchObject({ outcome: 'planned', ...log });
  });

  it('holds no PIN, card or template', () => {
    const secret = drawnPerson('Ada', {
      consent,
      pin: { kdf: 'PBKDF2-SHA-256', iterations: 1, salt: 'SALT', hash: 'SECRET' },
      card: { issuedAt: consent.at, hash: 'SECRET' },
      enrolment: { at: consent.at, template: 'SECRET', contract: 'c', faceCount: 1, source: 'camera' },
    });
    expect(writeAttendanceJson([secret], { checkIns: [], corrections: [] })).not.toContain('SECRET');
  });
});

describe('another file', () => {
  it.each([
    '',
    '[]',
    'null',
    '{"format":"face-verify attendance","version":2,"people":[],"records":[]}',
    '{"format":"face-verify attendance","version":1,"people":[{"name":1}],"records":[]}',
  ])('is not read: %s', (text) => {
    expect(readAttendanceJson(text)).toBeUndefined();
  });
});
