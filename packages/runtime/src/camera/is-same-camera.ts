import type { CameraInUse } from './camera.ts';

/** Whether two are one device, as far as the browser tells. */
export function isSameCamera(a: CameraInUse | undefined, b: CameraInUse | undefined): boolean {
  return a?.deviceId === b?.deviceId && a?.label === b?.label;
}
