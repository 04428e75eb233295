import { createCheckIn } from '../../src/domain/check-in.ts';
import { addDays, placeTimeAt } from '../../src/domain/place-time.ts';
import type { AttendanceStore } from '../../src/store/open-store.ts';
import { drawnPerson, wallClock, ZONE } from '../drawn-log.ts';

const PEOPLE = 100;
const DAYS = 25;

/** A hundred people who came and went on each of 25 days: 5,000 check-ins, the last of them yesterday. */
export async function drawRecords(store: AttendanceStore): Promise<void> {
  await store.settings.save({ ...store.settings.current.current, zone: ZONE });
  const people = Array.from({ length: PEOPLE }, (_, i) => drawnPerson(`Person ${i + 1}`, { number: String(i + 1) }));
  await store.people.save(people);
  const today = placeTimeAt(Date.now(), ZONE).localDate;
  const checkIns = Array.from({ length: DAYS }, (_, day) => addDays(today, -1 - day)).flatMap((date) =>
    people.flatMap(({ id }, i) =>
      (['in', 'out'] as const).map((direction) => {
        const minutes = String(i % 60).padStart(2, '0');
        const atMs = wallClock(`${date} ${direction === 'in' ? '08' : '16'}:${minutes}`);
        const facts = { person: id, kiosk: store.kiosk, zone: ZONE, clock: { state: 'agrees' } } as const;
        return createCheckIn({ ...facts, direction, how: 'face', atMs });
      }),
    ),
  );
  await store.log.add({ checkIns });
}
