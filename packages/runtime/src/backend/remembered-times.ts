import type { MeasuredBackends } from '../engine/face-engine.ts';

const KEY = 'face-verify backends';

/** A device has few GPUs; more entries are of versions that are gone. */
const MAX_ENTRIES = 8;

/** What was measured on this device before, where this browser and this thread keep such. */
export function rememberedTimes(): MeasuredBackends {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(KEY) ?? '{}');
    const entries = Object.entries(kept ?? {}).filter(([, times]) => isTimes(times));
    return Object.fromEntries(entries);
  } catch {
    // Private windows, blocked storage, workers: it is measured anew.
    return {};
  }
}

export function rememberTimes(measured: MeasuredBackends): void {
  if (Object.keys(measured).length === 0) return;
  try {
    const latest = Object.entries({ ...rememberedTimes(), ...measured }).slice(-MAX_ENTRIES);
    globalThis.localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(latest)));
  } catch {
    // As above.
  }
}

function isTimes(value: unknown): boolean {
  const { webgpu, wasm } = (value ?? {}) as Record<string, unknown>;
  return [webgpu, wasm].every((ms) => typeof ms === 'number' && ms > 0 && Number.isFinite(ms));
}
