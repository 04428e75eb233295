import { type AttemptLimit, NO_FAILURES } from '../domain/kiosk/attempt-limit.ts';
import type { KioskFailures } from '../domain/kiosk/kiosk-state.ts';

const KEY = 'attendance-kiosk-failures';
/** Whoever types endless numbers must not fill the device. */
const MOST_NUMBERS = 500;

/** Failures in a row as they were kept, so that no reload ends a pause. */
export function loadFailures(): KioskFailures {
  const kept = read();
  const pin = typeof kept?.pin === 'object' && kept.pin !== null ? Object.entries(kept.pin) : [];
  return {
    face: isLimit(kept?.face) ? kept.face : NO_FAILURES,
    pin: Object.fromEntries(pin.filter((entry): entry is [string, AttemptLimit] => isLimit(entry[1]))),
  };
}

export function keepFailures({ face, pin }: KioskFailures): void {
  const kept: KioskFailures = { face, pin: Object.fromEntries(Object.entries(pin).slice(-MOST_NUMBERS)) };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // No room: they count until the next reload, and the storage's state is said on the screen.
  }
}

function read(): Partial<Record<keyof KioskFailures, unknown>> | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? undefined;
  } catch {
    return undefined;
  }
}

function isLimit(value: unknown): value is AttemptLimit {
  const { failures, pausedUntilMs } = (value ?? {}) as Partial<AttemptLimit>;
  return Number.isInteger(failures) && Number.isFinite(pausedUntilMs);
}
