import type { CameraChoice, CameraInUse } from './camera.ts';
import { readCameraLabel } from './camera-label.ts';

type Facing = 'user' | 'environment';

/** Whether a choice names a side rather than a device. */
export function isFacing(choice: CameraChoice): choice is Facing {
  return choice === 'user' || choice === 'environment';
}

/**
 * Whether a camera is what a choice means. A device id means that device, whatever it is; `user` and `environment` mean
 * neither an infrared nor a virtual camera, and none that looks the other way. One that does not say where it looks may
 * be either.
 */
export function isMeant(choice: CameraChoice, { deviceId, label, facing }: CameraInUse): boolean {
  if (!isFacing(choice)) return deviceId === choice;
  const named = readCameraLabel(label);
  return !named.virtual && !named.infrared && (facing ?? named.facing ?? choice) === choice;
}

/**
 * The devices to try for a side, best first: those that say by their name that they look there, then those that do not
 * say.
 */
export function meantDevices(
  choice: Facing,
  devices: readonly Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>[],
): readonly string[] {
  const cameras = devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
  const meant = cameras.filter(({ deviceId, label }) => isMeant(choice, { deviceId, label, facing: undefined }));
  const says = ({ label }: { label: string }) => (readCameraLabel(label).facing === choice ? 0 : 1);
  return meant.sort((a, b) => says(a) - says(b)).map(({ deviceId }) => deviceId);
}
