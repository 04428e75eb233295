import { readdirSync, statSync } from 'node:fs';
import { landmarkList } from '@face-verify/core';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { CAST } from '../render/cast.ts';
import { DEMO_CAST } from '../render/demo-cast.ts';
import { ACTS, VIEWS } from '../render/views.ts';
import { fixturePath } from './fixture-path.ts';
import { FIXTURE_PHOTOGRAPHS } from './fixtures.ts';

test.for([...FIXTURE_PHOTOGRAPHS])('$file has the size and the landmarks that the index says', async (photograph) => {
  const { width, height, format } = await sharp(fixturePath(photograph.file)).metadata();
  expect({ width, height, format }).toEqual({ width: photograph.widthPx, height: photograph.heightPx, format: 'jpeg' });
  for (const { landmarks } of photograph.people) {
    for (const { x, y } of landmarkList(landmarks)) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(photograph.widthPx);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(photograph.heightPx);
    }
    expect(landmarks.leftEye.x).toBeLessThan(landmarks.rightEye.x);
    expect(landmarks.leftEye.y).toBeLessThan(landmarks.leftMouthCorner.y);
  }
});

test('the fixtures hold three photographs of each of the cast, a pair, and one with nobody', () => {
  const alone = FIXTURE_PHOTOGRAPHS.filter(({ people }) => people.length === 1);
  for (const { name } of Object.values(CAST)) {
    expect(alone.filter(({ people }) => people[0]?.subject === name)).toHaveLength(3);
  }
  expect(alone).toHaveLength(18);
  expect(FIXTURE_PHOTOGRAPHS.filter(({ people }) => people.length === 2)).toHaveLength(1);
  expect(FIXTURE_PHOTOGRAPHS.filter(({ people }) => people.length === 0)).toHaveLength(1);
});

test('the demonstration has every view of each member and every act, of a stranger the front and the acts, and is small', () => {
  const { stranger, ...members } = DEMO_CAST;
  const wanted = [
    ...Object.keys(members).flatMap((name) =>
      [...Object.keys(VIEWS), ...Object.keys(ACTS)].map((view) => `${name}-${view}`),
    ),
    ...['front', ...Object.keys(ACTS)].map((view) => `${stranger.name}-${view}`),
  ];
  const files = readdirSync(fixturePath('demo'));
  expect(files.sort()).toEqual(wanted.map((name) => `${name}.jpg`).sort());
  for (const file of files) expect(statSync(fixturePath(`demo/${file}`)).size).toBeLessThan(25_000);
});
