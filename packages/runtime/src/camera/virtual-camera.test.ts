import { expect, test } from 'vitest';
import { CameraJudge } from './camera-judge.ts';
import { TIMED_FRAMES, virtualCameraSignal } from './virtual-camera.ts';

const CAMERA = { deviceId: 'a', label: 'HD Webcam', facing: undefined };
const SETTINGS = { width: 640, height: 480, frameRate: 30 };
const ruled = Array.from({ length: TIMED_FRAMES }, (_, i) => 33.25 * i);
/** As a device's, up to a millisecond off. */
const drifting = ruled.map((at, i) => at + Math.sin(7 * i));
const traits = { camera: CAMERA, settings: SETTINGS, timestampsMs: drifting, repeatedPicture: false };

test('nothing speaks against a camera that has a name, settings and a clock of its own', () => {
  expect(virtualCameraSignal(traits)).toEqual({ virtual: 'not-suspected', why: [] });
});

test.for([
  ['label', { camera: { ...CAMERA, label: 'OBS Virtual Camera' } }],
  ['settings', { settings: {} }],
  ['settings', { settings: { width: 0, height: 480 } }],
  ['timing', { timestampsMs: ruled }],
  // Every other frame was left out.
  ['timing', { timestampsMs: Array.from({ length: TIMED_FRAMES }, (_, i) => 33.25 * (i + Math.floor(i / 2))) }],
  ['repeated-picture', { repeatedPicture: true }],
] as const)('%s speaks against it', ([sign, change]) => {
  expect(virtualCameraSignal({ ...traits, ...change })).toEqual({ virtual: 'suspected', why: [sign] });
});

test.for([
  ['without a name', { camera: { ...CAMERA, label: '' } }],
  ['that has given few frames', { timestampsMs: drifting.slice(0, 5) }],
] as const)('of a camera %s nothing is known', ([, change]) => {
  expect(virtualCameraSignal({ ...traits, ...change })).toEqual({ virtual: 'unknown', why: [] });
});

test('a picture that stays is one picture; one that comes again after others was played', () => {
  const judge = new CameraJudge();
  const why = () => judge.judge(CAMERA, SETTINGS).why;
  for (const picture of [1, 1, 1, 2, 3]) judge.picture(picture);
  expect(why()).toEqual([]);
  judge.picture(1);
  expect(why()).toEqual(['repeated-picture']);
  judge.reset();
  expect(why()).toEqual([]);
});
