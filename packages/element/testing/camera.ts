import type { CameraInUse } from 'face-verify';

export const CAMERA: CameraInUse = { deviceId: 'drawn', label: 'Drawn camera', facing: 'user' };
