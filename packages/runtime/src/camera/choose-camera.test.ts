import { describe, expect, test } from 'vitest';
import type { CameraInUse } from './camera.ts';
import { readCameraLabel } from './camera-label.ts';
import { cameraTrouble } from './camera-trouble.ts';
import { isMeant, meantDevices } from './choose-camera.ts';

const camera = (label: string, facing?: CameraInUse['facing']): CameraInUse => ({ deviceId: label, label, facing });
const device = (label: string, kind: MediaDeviceKind = 'videoinput') => ({ deviceId: label, kind, label });

describe('the name of a camera', () => {
  test.for([
    'OBS Virtual Camera',
    'ManyCam Virtual Webcam',
    'Snap Camera',
    'v4l2loopback',
    'Dummy video device (0x0000)',
  ])('%s is a program’s', (label) => expect(readCameraLabel(label)).toMatchObject({ virtual: true, infrared: false }));

  test.for(['Integrated IR Camera', 'USB2.0 IR UVC', 'FJ Camera (Infrared)', 'Windows Hello Face Software Device'])(
    '%s sees infrared',
    (label) => expect(readCameraLabel(label)).toMatchObject({ infrared: true }),
  );

  test.for([
    ['camera2 1, facing front', 'user'],
    ['Back Ultra Wide Camera', 'environment'],
    ['FaceTime HD Camera', 'user'],
    ['Surface Camera Rear', 'environment'],
    ['HD Pro Webcam C920 (046d:082d)', undefined],
    ['Logitech Brio', undefined],
    ['Integrated Camera', undefined],
    ['Firefly', undefined],
    ['', undefined],
  ] as const)('%s: %s, and a device', ([label, facing]) => {
    expect(readCameraLabel(label)).toEqual({ virtual: false, infrared: false, facing });
  });
});

describe('a side means', () => {
  test.for([
    ['one that looks there', camera('Front', 'user'), true],
    ['one that does not say', camera('HD Webcam'), true],
    ['not one that looks the other way', camera('Kamera', 'environment'), false],
    ['not one whose name says so', camera('Back Camera'), false],
    ['no infrared one', camera('IR Camera', 'user'), false],
    ['no virtual one', camera('OBS Virtual Camera'), false],
  ] as const)('%s', ([, camera, meant]) => {
    expect(isMeant('user', camera)).toBe(meant);
  });

  test('the devices that may look there, those that say so first', () => {
    const devices = [
      device('OBS Virtual Camera'),
      device('HD Webcam'),
      device('IR Camera'),
      device('Back Camera'),
      device('Front Camera'),
      device('Microphone', 'audioinput'),
      device(''),
    ];
    expect(meantDevices('user', devices)).toEqual(['Front Camera', 'HD Webcam']);
    expect(meantDevices('environment', devices)).toEqual(['Back Camera', 'HD Webcam']);
  });
});

test('a device id means that device, whatever it is', () => {
  expect(isMeant('OBS Virtual Camera', camera('OBS Virtual Camera'))).toBe(true);
  expect(isMeant('another', camera('HD Webcam'))).toBe(false);
});

test.for([
  ['NotAllowedError', 'camera-permission-denied'],
  ['NotFoundError', 'camera-not-found'],
  ['OverconstrainedError', 'camera-not-found'],
  ['NotReadableError', 'camera-in-use'],
  ['TypeError', 'camera-unavailable'],
  ['constructor', 'camera-unavailable'],
] as const)('%s is told as %s', ([name, trouble]) => {
  expect(cameraTrouble(new DOMException('', name))).toBe(trouble);
});

test.for([undefined, null, 'NotAllowedError', {}])('%s is a camera that cannot be had', (error) => {
  expect(cameraTrouble(error)).toBe('camera-unavailable');
});
