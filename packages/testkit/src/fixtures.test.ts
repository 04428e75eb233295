import { landmarksToPoints } from '@face-verify/core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { CAST } from '../render/cast.ts';
import { fixturePath } from './fixture-path.ts';
import { FIXTURE_PHOTOS } from './fixtures.ts';

test.for([...FIXTURE_PHOTOS])('$file has the size and the landmarks that the index says', async (photo) => {
  const { width, height, format } = await sharp(fixturePath(photo.file)).metadata();
  expect({ width, height, format }).toEqual({ width: photo.widthPx, height: photo.heightPx, format: 'jpeg' });
  for (const { landmarks } of photo.people) {
    for (const { x, y } of landmarksToPoints(landmarks)) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(photo.widthPx);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(photo.heightPx);
    }
    expect(landmarks.leftEye.x).toBeLessThan(landmarks.rightEye.x);
    expect(landmarks.leftEye.y).toBeLessThan(landmarks.leftMouthCorner.y);
  }
});

test('the fixtures hold three pictures of each of the cast, a pair, and one with nobody', () => {
  const alone = FIXTURE_PHOTOS.filter(({ people }) => people.length === 1);
  for (const { name } of Object.values(CAST)) {
    expect(alone.filter(({ people }) => people[0]?.subject === name)).toHaveLength(3);
  }
  expect(alone).toHaveLength(18);
  expect(FIXTURE_PHOTOS.filter(({ people }) => people.length === 2)).toHaveLength(1);
  expect(FIXTURE_PHOTOS.filter(({ people }) => people.length === 0)).toHaveLength(1);
});
