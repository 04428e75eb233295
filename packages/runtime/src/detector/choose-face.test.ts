import { expect, test } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { chooseFace } from './choose-face.ts';

test('the only face is chosen', () => {
  const face = drawnDetection(10, 10, 100);
  expect(chooseFace([face])).toEqual({ outcome: 'chosen', face });
});

test('without a face there is none to choose', () => {
  expect(chooseFace([])).toEqual({ outcome: 'refused', reason: 'no-face' });
});

test('a second face of 15 % of the area is refused, in either order', () => {
  const faces = [drawnDetection(0, 0, 100), drawnDetection(200, 0, Math.sqrt(0.151) * 100)];
  for (const order of [faces, faces.toReversed()]) {
    expect(chooseFace(order)).toEqual({ outcome: 'refused', reason: 'multiple-faces' });
  }
});

test('smaller faces in the background do not matter, however sure the detector is of them', () => {
  const main = drawnDetection(0, 0, 100, 0.6);
  const background = [drawnDetection(200, 0, 38, 0.99), drawnDetection(300, 0, 38, 0.99)];
  expect(chooseFace([...background, main])).toEqual({ outcome: 'chosen', face: main });
});

test('a face with less than 16 px between the eyes is too small', () => {
  expect(chooseFace([drawnDetection(0, 0, 39)])).toEqual({ outcome: 'refused', reason: 'face-too-small' });
  expect(chooseFace([drawnDetection(0, 0, 41)])).toMatchObject({ outcome: 'chosen' });
});

test('a face whose points are no numbers is not chosen', () => {
  const face = { ...drawnDetection(0, 0, 100), leftEye: { x: Number.NaN, y: 0 } };
  expect(chooseFace([face])).toMatchObject({ outcome: 'refused' });
});
