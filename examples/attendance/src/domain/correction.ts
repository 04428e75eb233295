import { type CheckIn, type CheckInId, type Direction, dateOfId, type KioskId, logId } from './check-in.ts';
import { type PersonId, tidyField } from './person.ts';
import { type PlaceTime, placeTimeAt } from './place-time.ts';

/** What a correction says should have been. */
export type CorrectedChange =
  /** A check-in that was forgotten. */
  | { readonly kind: 'add'; readonly direction: Direction; readonly time: PlaceTime }
  /** Another time or direction of one that was made. */
  | { readonly kind: 'change'; readonly of: CheckInId; readonly direction: Direction; readonly time: PlaceTime }
  /** One that should not count. */
  | { readonly kind: 'strike'; readonly of: CheckInId };

/** A new entry of the log beside what it corrects, which stays. It is never changed either: correct it by another. */
export interface Correction extends PlaceTime {
  readonly id: string;
  readonly person: PersonId;
  readonly kiosk: KioskId;
  readonly change: CorrectedChange;
  /** Not empty. */
  readonly reason: string;
  /** Who corrected; not empty. */
  readonly by: string;
}

/** What a correction is made of. */
export interface CorrectionFacts {
  readonly person: PersonId;
  readonly kiosk: KioskId;
  readonly change: CorrectedChange;
  readonly reason: string;
  readonly by: string;
  /** When it was made, in milliseconds since 1970. */
  readonly atMs: number;
  readonly zone: string;
}

/** The correction, or what it lacks. Its id is dated by what it corrects, so that one date's entries are together. */
export function createCorrection({
  atMs,
  zone,
  reason,
  by,
  ...facts
}: CorrectionFacts):
  | { readonly outcome: 'correction'; readonly correction: Correction }
  | { readonly outcome: 'no-reason' | 'no-author' } {
  const told = { reason: tidyField(reason), by: tidyField(by) };
  if (told.reason === '') return { outcome: 'no-reason' };
  if (told.by === '') return { outcome: 'no-author' };
  const made = placeTimeAt(atMs, zone);
  const { change } = facts;
  const localDate = change.kind === 'add' ? change.time.localDate : dateOfId(change.of);
  const id = logId({ localDate, instant: made.instant });
  return { outcome: 'correction', correction: { ...facts, ...told, ...made, id } };
}

/** The id of the check-in, or of the correction that added one, which a correction is about. */
export function correctedId({ id, change }: Pick<Correction, 'id' | 'change'>): CheckInId {
  return change.kind === 'add' ? id : change.of;
}

/** A check-in as it counts, and everything that was said about it. */
export interface AttendanceRecord extends PlaceTime {
  /** Of the check-in, or of the correction that added it. */
  readonly id: CheckInId;
  readonly person: PersonId;
  readonly direction: Direction;
  readonly how: CheckIn['how'];
  readonly kiosk: KioskId;
  readonly clock: CheckIn['clock'];
  /** Does not count: a correction struck it out. */
  readonly struck: boolean;
  /** What was first recorded; undefined where a correction added it. */
  readonly original?: CheckIn;
  /** In the order in which they were made. */
  readonly corrections: readonly Correction[];
}

/**
 * The log as it counts: each check-in with what corrections made of it, and what they added, by time. The latest
 * correction of an entry holds. Corrections of entries that are not in the log are left out.
 */
export function applyCorrections(
  checkIns: readonly CheckIn[],
  corrections: readonly Correction[],
): readonly AttendanceRecord[] {
  const records = new Map<CheckInId, AttendanceRecord>(
    checkIns.map((original) => [original.id, { ...original, original, struck: false, corrections: [] }]),
  );
  const inOrder = corrections.toSorted((a, b) => compareTexts(a.instant, b.instant) || compareTexts(a.id, b.id));
  for (const correction of inOrder) {
    const { change, id, person, kiosk } = correction;
    if (change.kind !== 'add') continue;
    const { direction, time } = change;
    records.set(id, {
      ...{ id, person, kiosk, direction, how: 'correction', ...time },
      ...{ clock: { state: 'unchecked' }, struck: false, corrections: [correction] },
    });
  }
  for (const correction of inOrder) {
    const { change } = correction;
    const record = change.kind === 'add' ? undefined : records.get(change.of);
    if (change.kind === 'add' || record === undefined || record.person !== correction.person) continue;
    const trail = { corrections: [...record.corrections, correction] };
    if (change.kind === 'strike') records.set(record.id, { ...record, ...trail, struck: true });
    else records.set(record.id, { ...record, ...trail, ...change.time, direction: change.direction, struck: false });
  }
  return [...records.values()].sort((a, b) => compareTexts(a.instant, b.instant) || compareTexts(a.id, b.id));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
