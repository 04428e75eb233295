import { createHash } from 'node:crypto';
import {
  alignFace,
  alignmentLandmarks,
  coarseTransform,
  type FaceDetection,
  PREPROCESSING_VERSION,
  type RgbaImage,
  type RgbImage,
  transformFacePoints,
} from '@face-verify/core';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import { expect, test } from 'vitest';
import { POINT_INPUT } from './face-point-net.ts';
import { findFace } from './find-face.ts';
import { outputFromFacePoints } from './read-face.ts';

const SIDE_PX = 300;

/** Waves of every length, so that any other filter, place or border gives other bytes. */
const PHOTOGRAPH: RgbaImage = {
  widthPx: SIDE_PX,
  heightPx: SIDE_PX,
  channels: 4,
  data: Uint8Array.from({ length: SIDE_PX * SIDE_PX * 4 }, (_, i) => ((i * i) >> 7) ^ (i >> 3)),
};

/** A tilted face of a size: with what the detector might say of it. */
function detectionOf(sidePx: number): FaceDetection {
  const at = (x: number, y: number) => ({ x: 150 + (x - 0.05 * y) * sidePx, y: 140 + (y + 0.05 * x) * sidePx });
  return {
    box: { xPx: 150 - sidePx / 2, yPx: 140 - sidePx / 2, widthPx: sidePx, heightPx: sidePx },
    leftEye: at(-0.2, -0.15),
    rightEye: at(0.2, -0.15),
    noseTip: at(0, 0.1),
    mouthCentre: at(0, 0.3),
    score: 0.9,
  };
}

/** All that networks get to see of such a face: both looks of the point network, and the aligned face. */
async function networkInputs(face: FaceDetection): Promise<readonly RgbImage[]> {
  const { sizePx, faceFraction } = POINT_INPUT;
  const inputs: RgbImage[] = [];
  const { points } = await findFace(PHOTOGRAPH, coarseTransform(face, sizePx, faceFraction), async (input) => {
    inputs.push(input);
    // A face that lies a little off, the second time less.
    const shift = 2 / inputs.length;
    const scale = sizePx / 112;
    return outputFromFacePoints(
      transformFacePoints(STRAIGHT_FACE_POINTS, { a: scale * faceFraction, b: 0.02, tx: 9 + shift, ty: 10 - shift }),
    );
  });
  return [...inputs, alignFace(PHOTOGRAPH, alignmentLandmarks(points)).image];
}

test('what the networks see changes only with the version of the preprocessing', async () => {
  const digest = createHash('sha256');
  // Enlarged, about as it is, shrunk, and over the border.
  for (const sidePx of [40, 130, 280, 400]) {
    for (const { data } of await networkInputs(detectionOf(sidePx))) digest.update(data);
  }
  // Bytes moved? Then stored embeddings no longer mean the same: give PREPROCESSING_VERSION a new name with the digest.
  expect({ version: PREPROCESSING_VERSION, sha256: digest.digest('hex') }).toEqual({
    version: 'two-looks-align5-2',
    sha256: 'd6b0a009dbf3ed16e185424162a0aae6f333e4b4aafafda116edcf9a55193545',
  });
});
