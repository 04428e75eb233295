import type { CameraOption } from './views/controls-view.ts';

/** The cameras that there are to choose from; none where the browser does not tell. */
export async function listCameras(): Promise<readonly CameraOption[]> {
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
  return (devices ?? []).filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
}
