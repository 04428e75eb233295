import { type CheckIn, createCheckIn, type KioskId } from '../domain/check-in.ts';
import type { PersonId } from '../domain/person.ts';
import { addDays, type LocalDate, placeTimeAt, readTypedTime } from '../domain/place-time.ts';

/** So many days before today have check-ins. */
const DAYS = 10;
/** How often somebody does not come, of 1. */
const ABSENCE = 0.12;

interface DemoPlace {
  readonly kiosk: KioskId;
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Gives numbers in [0, 1). */
  readonly draw: () => number;
}

/** Check-ins of the working days before today, made up: people come around half past eight and go around five. */
export function demoCheckIns(people: readonly PersonId[], { kiosk, zone, nowMs, draw }: DemoPlace): readonly CheckIn[] {
  const today = placeTimeAt(nowMs, zone).localDate;
  const days = Array.from({ length: DAYS }, (_, i) => addDays(today, i - DAYS)).filter(isWorkday);
  return days.flatMap((day) =>
    people.flatMap((person, i) => {
      if (draw() < ABSENCE) return [];
      const comes = 8 * 60 + 10 + 6 * i + 25 * draw();
      const stays = 8 * 60 + 60 * draw();
      const facts = {
        person,
        kiosk,
        zone,
        how: draw() < 0.85 ? 'face' : 'pin',
        clock: { state: 'unchecked' },
      } as const;
      return [
        createCheckIn({ ...facts, direction: 'in', atMs: msAt(day, comes, zone) }),
        createCheckIn({ ...facts, direction: 'out', atMs: msAt(day, comes + stays, zone) }),
      ];
    }),
  );
}

function isWorkday(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** @param minutes - after midnight; seconds are drawn from what is behind the point */
function msAt(day: LocalDate, minutes: number, zone: string): number {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const typed = readTypedTime(day, `${two(minutes / 60)}:${two(minutes % 60)}:${two((minutes % 1) * 60)}`, zone);
  // An hour that the clock leaves out is not in a working day, but zones are free to do as they like.
  if (!('time' in typed)) throw new RangeError('The place has no such time.');
  return Date.parse(typed.time.instant);
}
