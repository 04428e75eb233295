import type { LocalTime } from '../place-time.ts';
import type { PersonDay } from './day-view.ts';

/** People who came in within one step of a day. */
export interface ArrivalBin {
  /** When the step begins, at the place. */
  readonly from: LocalTime;
  readonly count: number;
}

/**
 * Histogram of first arrivals by the time on the wall, from the earliest to the latest, empty steps included.
 *
 * @param days - of one day or of many
 * @param stepMinutes - divides 1440; default 15
 */
export function countArrivals(days: readonly PersonDay[], stepMinutes = 15): readonly ArrivalBin[] {
  const steps = days.flatMap(({ firstIn }) => (firstIn === undefined ? [] : [stepOf(firstIn.localTime, stepMinutes)]));
  if (steps.length === 0) return [];
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  const first = steps.reduce((a, b) => Math.min(a, b));
  const last = steps.reduce((a, b) => Math.max(a, b));
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    from: timeOf((first + i) * stepMinutes),
    count: counts.get(first + i) ?? 0,
  }));
}

function stepOf(time: LocalTime, stepMinutes: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Math.floor((hours * 60 + minutes) / stepMinutes);
}

function timeOf(minutes: number): LocalTime {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
