import { expect, test } from 'vitest';
import { openCamera } from './open-camera.ts';

/** Devices by their names, the first of which is given where none is asked for by its id; `inUse` cannot be opened. */
function devicesNamed(names: readonly string[], inUse: readonly string[] = []) {
  const open = new Set<string>();
  const devices = {
    enumerateDevices: async () => names.map((label) => ({ kind: 'videoinput', deviceId: label, label })),
    getUserMedia: async ({ video }: { video: { deviceId?: { exact: string } } }) => {
      const label = video.deviceId?.exact ?? names[0] ?? '';
      if (!names.includes(label)) throw new DOMException('', 'OverconstrainedError');
      if (inUse.includes(label)) throw new DOMException('', 'NotReadableError');
      open.add(label);
      const track = { label, getSettings: () => ({ deviceId: label }), stop: () => open.delete(label) };
      return { getTracks: () => [track], getVideoTracks: () => [track] };
    },
  } as unknown as MediaDevices;
  return { devices, open };
}

test('a side is looked for further where a camera of it is in use', async () => {
  const { devices, open } = devicesNamed(['IR Camera', 'Front Camera', 'Webcam'], ['Front Camera']);
  expect(await openCamera('user', devices)).toMatchObject({ outcome: 'open', camera: { label: 'Webcam' } });
  expect([...open]).toEqual(['Webcam']);
});

test('where all cameras of a side are in use that is the trouble, and none stays open', async () => {
  const { devices, open } = devicesNamed(['IR Camera', 'Front Camera'], ['Front Camera']);
  expect(await openCamera('user', devices)).toEqual({ outcome: 'trouble', reason: 'camera-in-use' });
  expect([...open]).toEqual([]);
});

test('where there is none of a side that is the trouble', async () => {
  const { devices } = devicesNamed(['IR Camera', 'Back Camera']);
  expect(await openCamera('user', devices)).toEqual({ outcome: 'trouble', reason: 'camera-not-found' });
});
