import { type CheckIn, type CheckInFacts, createCheckIn } from '../src/domain/check-in.ts';
import { type Correction, type CorrectionFacts, createCorrection } from '../src/domain/correction.ts';
import { createPerson, type Person } from '../src/domain/person.ts';
import { readTypedTime } from '../src/domain/place-time.ts';

export const ZONE = 'Europe/Amsterdam';

/** A person with this name and, unless told otherwise, nothing else. */
export function drawnPerson(name: string, rest: Partial<Person> = {}): Person {
  return { ...createPerson({ name }), ...rest };
}

/** The moment when a wall clock says `2026-11-28 08:00`, in milliseconds since 1970. */
export function wallClock(text: string, zone = ZONE): number {
  const [date = '', time = ''] = text.split(' ');
  const typed = readTypedTime(date, time, zone);
  if (!('time' in typed)) throw new Error(`${text} is ${typed.outcome} in ${zone}.`);
  return Date.parse(typed.time.instant);
}

/** A check-in when the wall clock said `2026-11-28 08:00`. */
export function drawnCheckIn(
  person: string,
  at: string,
  direction: 'in' | 'out' = 'in',
  rest: Partial<CheckInFacts> = {},
): CheckIn {
  const zone = rest.zone ?? ZONE;
  const facts = { person, direction, kiosk: 'kiosk-a', how: 'face', clock: { state: 'agrees' } } as const;
  return createCheckIn({ ...facts, ...rest, zone, atMs: wallClock(at, zone) });
}

/** A correction, made when the wall clock said `2026-11-28 08:00`. */
export function drawnCorrection(
  person: string,
  at: string,
  change: CorrectionFacts['change'],
  rest: Partial<CorrectionFacts> = {},
): Correction {
  const facts = { person, change, kiosk: 'kiosk-a', reason: 'forgot', by: 'front desk', zone: ZONE };
  const made = createCorrection({ ...facts, ...rest, atMs: wallClock(at) });
  if (made.outcome !== 'correction') throw new Error(made.outcome);
  return made.correction;
}
