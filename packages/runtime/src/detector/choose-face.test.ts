import { describe, expect, test } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { chooseFace } from './choose-face.ts';

const IMAGE = { widthPx: 400, heightPx: 300 };

test('the only face is chosen', () => {
  const face = drawnDetection(10, 10, 100);
  expect(chooseFace([face], IMAGE)).toEqual({ outcome: 'chosen', face, rivals: [] });
});

test('without a face there is none to choose', () => {
  expect(chooseFace([], IMAGE)).toEqual({ outcome: 'refused', reason: 'no-face' });
});

test('a second face of 15 % of the area is a rival, in either order', () => {
  const faces = [drawnDetection(0, 0, 200), drawnDetection(200, 0, Math.sqrt(0.151) * 200)];
  for (const order of [faces, faces.toReversed()]) {
    expect(chooseFace(order, IMAGE)).toEqual({ outcome: 'chosen', face: faces[0], rivals: [faces[1]] });
  }
});

test('smaller faces in the background do not matter, however sure the detector is of them', () => {
  const main = drawnDetection(0, 0, 100, 0.6);
  const background = [drawnDetection(200, 0, 38, 0.99), drawnDetection(300, 0, 38, 0.99)];
  expect(chooseFace([...background, main], IMAGE)).toEqual({ outcome: 'chosen', face: main, rivals: [] });
});

test('a face with less than 16 px between the eyes is too small', () => {
  expect(chooseFace([drawnDetection(0, 0, 39)], IMAGE)).toEqual({ outcome: 'refused', reason: 'face-too-small' });
  expect(chooseFace([drawnDetection(0, 0, 41)], IMAGE)).toMatchObject({ outcome: 'chosen' });
});

test('a face whose points are no numbers is not chosen', () => {
  const face = { ...drawnDetection(0, 0, 100), leftEye: { x: Number.NaN, y: 0 } };
  expect(chooseFace([face], IMAGE)).toMatchObject({ outcome: 'refused' });
});

test('faces that are too small to be told apart are several faces', () => {
  const small = drawnDetection(0, 0, 39);
  for (const faces of [
    [small, drawnDetection(100, 0, 39)],
    [small, drawnDetection(100, 0, 90)],
  ]) {
    expect(chooseFace(faces, IMAGE)).toEqual({ outcome: 'refused', reason: 'multiple-faces' });
  }
});

describe('where more than one face could be meant,', () => {
  const large = drawnDetection(0, 0, 120);
  const inTheMiddle = drawnDetection(150, 100, 100);
  const speck = drawnDetection(185, 135, 30);
  const chosen = (face: object) => ({ outcome: 'chosen', face, rivals: [] });

  test('the largest is taken where that was asked for', () => {
    for (const faces of [
      [large, inTheMiddle],
      [inTheMiddle, large],
    ]) {
      expect(chooseFace(faces, IMAGE, 'largest')).toEqual(chosen(large));
    }
  });

  test('the one in the middle is taken where that was asked for, before a larger one, but not a speck', () => {
    for (const faces of [
      [large, inTheMiddle],
      [inTheMiddle, large],
    ]) {
      expect(chooseFace(faces, IMAGE, 'central')).toEqual(chosen(inTheMiddle));
    }
    const beside = drawnDetection(200, 60, 160);
    expect(chooseFace([speck, beside], IMAGE, 'central')).toEqual(chosen(beside));
  });

  test('the one that is taken may be too small', () => {
    const small = drawnDetection(185, 135, 39);
    expect(chooseFace([drawnDetection(0, 0, 50), small], IMAGE, 'central')).toEqual({
      outcome: 'refused',
      reason: 'face-too-small',
    });
  });
});
