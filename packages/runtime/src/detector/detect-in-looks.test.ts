import type { FaceDetection, RgbaImage } from '@face-verify/core';
import { describe, expect, test, vi } from 'vitest';
import { drawnDetection } from '../../testing/drawn-detection.ts';
import { chooseFace } from './choose-face.ts';
import { detectInLooks } from './detect-in-looks.ts';

const [WIDTH, HEIGHT] = [60, 40];

/** A grey picture with one white pixel, by which a drawn detector knows how it is held. */
function pictureWithMark(x: number, y: number): RgbaImage {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(90);
  data.fill(255, (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 4);
  return { widthPx: WIDTH, heightPx: HEIGHT, channels: 4, data };
}

function findMark({ widthPx, data }: RgbaImage) {
  const pixel = data.findIndex((value, i) => i % 4 === 0 && value === 255) / 4;
  return { x: pixel % widthPx, y: Math.floor(pixel / widthPx) };
}

const isTall = ({ widthPx, heightPx }: RgbaImage) => heightPx > widthPx;

test('a face that the first look is sure of is looked at once', async () => {
  const detect = vi.fn(() => [drawnDetection(5, 5, 20, 0.85)]);
  expect(await detectInLooks(pictureWithMark(0, 0), detect)).toEqual([drawnDetection(5, 5, 20, 0.85)]);
  expect(detect).toHaveBeenCalledOnce();
});

test('beside a face that the first look is sure of, a person whom only another look would see is not seen', async () => {
  const [sure, lying] = [drawnDetection(5, 5, 20, 0.85), drawnDetection(5, 5, 20, 0.95)];
  expect(await detectInLooks(pictureWithMark(0, 0), (image) => [isTall(image) ? lying : sure])).toEqual([sure]);
});

describe('a face that is found surer in a turned picture', () => {
  /** Sees a face whose left eye is the mark, where the picture is held as `isUpright` says. */
  const detectWhere = (isUpright: (picture: RgbaImage) => boolean) => (picture: RgbaImage) => {
    const mark = findMark(picture);
    if (mark.x < 0) return [];
    const face = drawnDetection(mark.x - 6, mark.y - 7, 20, isUpright(picture) ? 0.93 : 0.6);
    return [{ ...face, leftEye: mark }];
  };

  test.for([
    ['by a quarter', (picture: RgbaImage) => isTall(picture) && findMark(picture).x > HEIGHT / 2],
    ['by three', (picture: RgbaImage) => isTall(picture) && findMark(picture).x < HEIGHT / 2],
    ['by half', (picture: RgbaImage) => picture.widthPx === WIDTH && findMark(picture).x > WIDTH / 2],
  ] as const)('%s has its points where they are in the photograph', async ([, isUpright]) => {
    const faces = await detectInLooks(pictureWithMark(12, 9), detectWhere(isUpright));
    expect(faces).toHaveLength(1);
    expect(faces[0]).toMatchObject({ score: 0.93, leftEye: { x: 12, y: 9 } });
    const { box, leftEye, mouthCentre } = faces[0] as FaceDetection;
    expect([box.widthPx, box.heightPx]).toEqual([20, 20]);
    // Eye and mouth stand to each other as they do upright, turned.
    expect(Math.hypot(mouthCentre.x - leftEye.x, mouthCentre.y - leftEye.y)).toBeCloseTo(Math.hypot(4, 9), 6);
  });
});

test('a face that fills the picture is found with a margin around it, where it is', async () => {
  const detect = (picture: RgbaImage) => {
    const mark = findMark(picture);
    return picture.widthPx === WIDTH + 30 ? [{ ...drawnDetection(15, 15, 40, 0.9), leftEye: mark }] : [];
  };
  const faces = await detectInLooks(pictureWithMark(12, 9), detect);
  expect(faces).toMatchObject([{ box: { xPx: 0, yPx: 0, widthPx: 40 }, leftEye: { x: 12, y: 9 } }]);
});

describe('a weak hit of the first look', () => {
  /** Sees a large face weakly, and in a tile a small one for sure. */
  const detectWith = (weak: FaceDetection) => (picture: RgbaImage) => {
    const mark = findMark(picture);
    if (picture.widthPx === WIDTH) return mark.x === 5 ? [weak] : [];
    return picture.widthPx === WIDTH / 2 && mark.x === 5 ? [drawnDetection(5, 5, 6, 0.9)] : [];
  };

  test('over a small face in a tile gives way to it', async () => {
    const faces = await detectInLooks(pictureWithMark(5, 5), detectWith(drawnDetection(2, 2, 25, 0.65)));
    expect(faces).toEqual([drawnDetection(5, 5, 6, 0.9)]);
  });

  test('beside it stays, since it may be whom the photograph is of', async () => {
    const weak = drawnDetection(30, 10, 25, 0.65);
    expect(await detectInLooks(pictureWithMark(5, 5), detectWith(weak))).toEqual([drawnDetection(5, 5, 6, 0.9), weak]);
  });

  test('on a face that lies on its side is no second one', async () => {
    const detect = (picture: RgbaImage) => {
      const mark = findMark(picture);
      if (isTall(picture) && mark.x > HEIGHT / 2) return [drawnDetection(mark.x - 9.5, mark.y - 9.5, 20, 0.93)];
      const isFirst = picture.widthPx === WIDTH && mark.x === 12;
      return isFirst ? [drawnDetection(3, 1, 20, 0.74), drawnDetection(10, 8, 9, 0.58)] : [];
    };
    expect(await detectInLooks(pictureWithMark(12, 9), detect)).toMatchObject([{ score: 0.93 }]);
  });
});

test('a weak hit stays where no look finds better', async () => {
  const detect = (picture: RgbaImage) =>
    picture.widthPx === WIDTH ? [drawnDetection(5, 5, 20, 0.6)] : [drawnDetection(1, 1, 10, 0.55)];
  expect(await detectInLooks(pictureWithMark(0, 0), detect)).toEqual([drawnDetection(5, 5, 20, 0.6)]);
});

test('a face that several looks see counts once, as seen by the surest', async () => {
  const detect = (picture: RgbaImage) => {
    const mark = findMark(picture);
    // Its middle is the mark, however the picture is held.
    return mark.x < 0 ? [] : [drawnDetection(mark.x - 9.5, mark.y - 9.5, 20, picture.widthPx === WIDTH ? 0.8 : 0.75)];
  };
  const faces = await detectInLooks(pictureWithMark(25, 18), detect);
  expect(faces).toHaveLength(1);
  expect(faces[0]).toMatchObject({ box: { xPx: 15.5, yPx: 8.5 }, score: 0.8 });
});

describe('two people of whom no look is sure are two,', () => {
  const pairs = [
    ['a child in front of an adult', drawnDetection(10, 5, 30, 0.84), drawnDetection(18, 20, 13.5, 0.8)],
    ['a child in front of an adult, surer', drawnDetection(10, 5, 30, 0.8), drawnDetection(18, 20, 13.5, 0.84)],
    ['cheek to cheek', drawnDetection(5, 8, 24, 0.8), drawnDetection(19, 8, 22, 0.84)],
    ['side by side, one of them weak', drawnDetection(2, 8, 24, 0.8), drawnDetection(32, 8, 24, 0.69)],
    ['side by side, one of them barely seen', drawnDetection(2, 8, 24, 0.8), drawnDetection(32, 8, 24, 0.5)],
  ] as const;

  test.for(pairs)('%s', async ([, ...people]) => {
    const detect = (picture: RgbaImage) => (picture.widthPx === WIDTH && findMark(picture).x === 0 ? people : []);
    const faces = await detectInLooks(pictureWithMark(0, 0), detect);
    expect(faces).toEqual(people.toSorted((a, b) => b.score - a.score));
    expect(chooseFace(faces, pictureWithMark(0, 0))).toEqual({ outcome: 'refused', reason: 'multiple-faces' });
  });

  test.for(pairs)('%s, of whom another look sees one only, surer', async ([, ...people]) => {
    const [{ box }] = people;
    const detect = (picture: RgbaImage) => {
      if (picture.widthPx === WIDTH + 30) return [drawnDetection(box.xPx + 15, box.yPx + 15, box.widthPx, 0.9)];
      return picture.widthPx === WIDTH && findMark(picture).x === 0 ? people : [];
    };
    const picture = pictureWithMark(0, 0);
    const choice = chooseFace(await detectInLooks(picture, detect), picture);
    expect(choice).toMatchObject({ reason: 'multiple-faces' });
  });
});
