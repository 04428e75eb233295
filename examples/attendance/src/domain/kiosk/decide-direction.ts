import type { Direction } from '../check-in.ts';
import { hoursBetween, type Instant, instantAt, msOf } from '../instant.ts';
import type { Settings } from '../settings.ts';

export interface LastRecord {
  readonly instant: Instant;
  readonly direction: Direction;
}

/**
 * Whether a person who is seen now comes or goes, or was recorded already: within the cool-down, and, where people only
 * check in, within the longest shift.
 *
 * @param last - the person's latest record that counts
 * @param seenAtMs - when the kiosk greeted the person last, in milliseconds since 1970
 */
export function decideDirection(
  atMs: number,
  last: LastRecord | undefined,
  seenAtMs: number | undefined,
  settings: Pick<Settings, 'coolDownSeconds' | 'directions' | 'longestShiftHours'>,
): Direction | 'already' {
  const { coolDownSeconds, directions, longestShiftHours } = settings;
  const lately = (ms: number | undefined) => ms !== undefined && Math.abs(atMs - ms) < coolDownSeconds * 1000;
  if (lately(seenAtMs) || lately(last && msOf(last.instant))) return last === undefined ? 'in' : 'already';
  const sameShift = last?.direction === 'in' && hoursBetween(last.instant, instantAt(atMs)) <= longestShiftHours;
  if (directions === 'in-only') return sameShift ? 'already' : 'in';
  return sameShift ? 'out' : 'in';
}
