import { FaceVerifyError, type FiveLandmarks } from '@face-verify/core';
import { beforeAll, expect, test } from 'vitest';
import { describeWithShared } from '../src/describe-with-shared.ts';
import { CAST } from './cast.ts';
import { type HeadModel, loadHeadModel } from './head-model.ts';
import type { Person } from './person-mesh.ts';
import { type Photograph, type RenderedPhotograph, renderPhotograph } from './render-photograph.ts';
import { VIEWS } from './views.ts';

test('a folder without the head is a coded error', () => {
  expect(() => loadHeadModel('/no/such/folder')).toThrow(FaceVerifyError);
});

describeWithShared('rendered people', () => {
  let head: HeadModel;
  const bruno: Person = { ...VIEWS.front, subject: CAST.bruno, offsetCm: [0, 0, 0] };
  const photographOf = (...people: Person[]): Photograph => ({
    widthPx: 96,
    heightPx: 96,
    people,
    lighting: VIEWS.front.lighting,
    background: '#4060ff',
    pxPerCm: 2.4,
  });
  /** Rendered once for all tests that look at it. */
  let ofBruno: RenderedPhotograph;
  const landmarksOf = (person: Person): FiveLandmarks =>
    renderPhotograph(head, photographOf(person)).landmarks[0] as FiveLandmarks;

  beforeAll(() => {
    head = loadHeadModel();
    ofBruno = renderPhotograph(head, photographOf(bruno));
  });

  test('the same photograph gives the same bytes', () => {
    expect(renderPhotograph(head, photographOf(bruno)).image.data).toEqual(ofBruno.image.data);
  });

  test('skin covers the nose and the background shows beside the head', () => {
    const { image, landmarks } = ofBruno;
    const redness = (x: number, y: number): number => {
      const at = 3 * (Math.round(y) * image.widthPx + Math.round(x));
      return (image.data[at] ?? 0) - (image.data[at + 2] ?? 0);
    };
    const nose = landmarks[0]?.noseTip ?? { x: 0, y: 0 };
    expect(redness(nose.x, nose.y)).toBeGreaterThan(10);
    expect(redness(3, 10)).toBeLessThan(-50);
  });

  test('positive yaw moves the nose to the right, positive pitch up, positive roll lowers the right eye', () => {
    const turned = (angles: Partial<Person['pose']>) => landmarksOf({ ...bruno, pose: { ...bruno.pose, ...angles } });
    const straight = ofBruno.landmarks[0] as FiveLandmarks;
    expect(turned({ yawDegrees: 15 }).noseTip.x).toBeGreaterThan(straight.noseTip.x + 2);
    expect(turned({ pitchDegrees: 15 }).noseTip.y).toBeLessThan(straight.noseTip.y - 2);
    const rolled = turned({ rollDegrees: 15 });
    expect(rolled.rightEye.y).toBeGreaterThan(rolled.leftEye.y + 2);
  });

  test('two people get their own landmarks, in order', () => {
    const left: Person = { ...bruno, offsetCm: [-9, 0, 0] };
    const { landmarks } = renderPhotograph(
      head,
      photographOf(left, { ...bruno, subject: CAST.ada, offsetCm: [9, 0, 0] }),
    );
    expect(landmarks).toHaveLength(2);
    expect(landmarks[0]?.rightEye.x).toBeLessThan(landmarks[1]?.leftEye.x ?? 0);
  });

  test('an expression that the head does not have is refused', () => {
    expect(() => renderPhotograph(head, photographOf({ ...bruno, expression: { frown: 1 } }))).toThrow(RangeError);
  });
});
