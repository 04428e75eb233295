import { type Instant, msOf } from './instant.ts';

/** What was known of a device's clock when it made a record. */
export type ClockState =
  | { readonly state: 'agrees' }
  /** Nothing to compare with: no server, and no record yet. */
  | { readonly state: 'unchecked' }
  | {
      readonly state: 'off';
      /** The server's clock, or a record that is later than now. */
      readonly against: 'server' | 'record';
      /** Seconds that the device is ahead, negative where it is behind; against a record at least so much. */
      readonly aheadSeconds: number;
    };

/** A server's clock, read at a moment of this device's. */
export interface ServerReading {
  /** Milliseconds that the device's clock is ahead of the server's. */
  readonly aheadMs: number;
  /** Half of the round trip and the coarseness of the server's answer, in milliseconds. */
  readonly uncertaintyMs: number;
}

/** A clock is marked that is off by more. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * Judges a device's clock. The server's word counts more than a record, which may have been made by a wrong clock.
 *
 * @param nowMs - what the device's clock says, in milliseconds since 1970
 * @param lastRecord - instant of the latest record that is known, of any kiosk
 */
export function checkClock(
  nowMs: number,
  { server, lastRecord }: { readonly server?: ServerReading | undefined; readonly lastRecord?: Instant | undefined },
): ClockState {
  if (server !== undefined) {
    const { aheadMs, uncertaintyMs } = server;
    if (Math.abs(aheadMs) - uncertaintyMs <= CLOCK_TOLERANCE_MS) return { state: 'agrees' };
    return { state: 'off', against: 'server', aheadSeconds: Math.round(aheadMs / 1000) };
  }
  if (lastRecord === undefined) return { state: 'unchecked' };
  const aheadMs = nowMs - msOf(lastRecord);
  if (aheadMs >= -CLOCK_TOLERANCE_MS) return { state: 'unchecked' };
  return { state: 'off', against: 'record', aheadSeconds: Math.round(aheadMs / 1000) };
}

/**
 * What a server's answer says about this device's clock.
 *
 * @param serverDate - its `Date` header, which counts whole seconds
 * @param sentMs - device's clock when the request left
 * @param receivedMs - device's clock when the answer came
 * @returns undefined where the header is missing or no date, or the device's clock was set back meanwhile
 */
export function readServerDate(
  serverDate: string | null,
  sentMs: number,
  receivedMs: number,
): ServerReading | undefined {
  const serverMs = Date.parse(serverDate ?? '') + 500;
  if (Number.isNaN(serverMs) || receivedMs < sentMs) return undefined;
  return { aheadMs: (sentMs + receivedMs) / 2 - serverMs, uncertaintyMs: (receivedMs - sentMs) / 2 + 500 };
}
