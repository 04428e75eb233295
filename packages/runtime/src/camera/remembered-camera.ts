import type { CameraChoice } from './camera.ts';

const KEY = 'face-verify/camera';

/** The camera that was chosen on this device last; undefined where none was, or where the page may store nothing. */
export function rememberedCamera(): CameraChoice | undefined {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice for the next session of this origin; where nothing can be stored it is forgotten. */
export function rememberCamera(choice: CameraChoice): void {
  try {
    globalThis.localStorage?.setItem(KEY, choice);
  } catch {
    // A full or forbidden storage takes nothing from this session.
  }
}
