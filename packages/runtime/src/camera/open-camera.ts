import type { CameraChoice, CameraInUse, CameraTrouble } from './camera.ts';
import { cameraTrouble } from './camera-trouble.ts';
import { isFacing, isMeant, meantDevices } from './choose-camera.ts';

/** A camera's stream, which whoever opened it stops; or why there is none. */
export type CameraOpening =
  | { readonly outcome: 'open'; readonly stream: MediaStream; readonly camera: CameraInUse }
  | { readonly outcome: 'trouble'; readonly reason: CameraTrouble };

/** Large enough for a face at arm's length and a little farther away. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } } as const;

/**
 * Opens the camera that is meant, and no other: where the browser gives one that is not, the others are tried, and where
 * none is, that is the trouble.
 *
 * @param devices - `navigator.mediaDevices`, which browsers leave out where the page is not secure
 */
export async function openCamera(choice: CameraChoice, devices: MediaDevices | undefined): Promise<CameraOpening> {
  if (devices?.getUserMedia === undefined) return { outcome: 'trouble', reason: 'camera-unavailable' };
  try {
    const first = await ask(devices, isFacing(choice) ? { facingMode: choice } : { deviceId: { exact: choice } });
    const camera = cameraOf(first);
    if (isMeant(choice, camera)) return { outcome: 'open', stream: first, camera };
    stopStream(first);
    if (!isFacing(choice)) return { outcome: 'trouble', reason: 'camera-not-found' };
    // Names are known only once a camera was allowed.
    const meant = meantDevices(choice, await devices.enumerateDevices());
    return await openFirst(
      meant.filter((deviceId) => deviceId !== camera.deviceId),
      devices,
      (other) => isMeant(choice, other),
    );
  } catch (error) {
    return { outcome: 'trouble', reason: cameraTrouble(error) };
  }
}

/** Opens the first device that can be had and turns out to be meant; one that another program has is passed over. */
async function openFirst(
  deviceIds: readonly string[],
  devices: MediaDevices,
  isWanted: (camera: CameraInUse) => boolean,
): Promise<CameraOpening> {
  let reason: CameraTrouble = 'camera-not-found';
  for (const deviceId of deviceIds) {
    try {
      const stream = await ask(devices, { deviceId: { exact: deviceId } });
      const camera = cameraOf(stream);
      if (isWanted(camera)) return { outcome: 'open', stream, camera };
      stopStream(stream);
    } catch (error) {
      reason = cameraTrouble(error);
    }
  }
  return { outcome: 'trouble', reason };
}

/** Turns a camera off, and its light with it. */
export function stopStream(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** What a stream says of its camera. */
export function cameraOf(stream: MediaStream): CameraInUse {
  const [track] = stream.getVideoTracks();
  const { deviceId = '', facingMode } = track?.getSettings() ?? {};
  const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : undefined;
  return { deviceId, label: track?.label ?? '', facing };
}

function ask(devices: MediaDevices, constraints: MediaTrackConstraints): Promise<MediaStream> {
  return devices.getUserMedia({ audio: false, video: { ...SIZE, ...constraints } });
}
