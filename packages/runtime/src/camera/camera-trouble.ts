import type { CameraTrouble } from './camera.ts';

/** By the names that browsers give to what `getUserMedia` ends with. */
const TROUBLES: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'camera-permission-denied',
  SecurityError: 'camera-permission-denied',
  NotFoundError: 'camera-not-found',
  OverconstrainedError: 'camera-not-found',
  NotReadableError: 'camera-in-use',
  AbortError: 'camera-in-use',
};

/** Why a camera could not be opened. What no browser should say is taken for a camera that cannot be had. */
export function cameraTrouble(error: unknown): CameraTrouble {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return Object.hasOwn(TROUBLES, name) ? (TROUBLES[name] as CameraTrouble) : 'camera-unavailable';
}
