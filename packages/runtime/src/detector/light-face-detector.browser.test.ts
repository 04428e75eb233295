import type { FaceDetection, RgbaImage } from '@face-verify/core';
import { FIXTURE_PHOTOGRAPHS } from '@face-verify/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeImage } from '../../testing/decode-image.ts';
import { openAssets } from '../../testing/open-assets.ts';
import { describeWithPhotographs, listSharedPhotographs } from '../../testing/shared-photographs.ts';
import { LIGHT_DETECTOR } from '../assets/asset-paths.ts';
import { startBackend } from '../backend/start-backend.ts';
import { KernelChoice } from '../networks/kernel-choice.ts';
import type { NetworkRunner } from '../networks/network-runner.ts';
import { loadModel } from '../weights/load-model.ts';
import type { FaceDetector } from './face-detector.ts';
import { createLightFaceDetector } from './light-face-detector.ts';
import { createMediaPipeFaceDetector } from './mediapipe-face-detector.ts';

const ASSETS = await openAssets('/drawn/');

let mediapipe: FaceDetector;
let network: NetworkRunner;
let light: FaceDetector;
beforeAll(async () => {
  mediapipe = await createMediaPipeFaceDetector(ASSETS);
  const backend = await startBackend({ requested: 'wasm', running: 'wasm', reason: 'Chosen by a test.' }, ASSETS);
  network = await new KernelChoice(backend).start(await loadModel(ASSETS, LIGHT_DETECTOR, 'detector'));
  light = createLightFaceDetector(network);
});
afterAll(() => {
  mediapipe.dispose();
  network.dispose();
});

/** A photograph as it may come: drawn on a canvas in some way. */
type Scene = (photograph: ImageBitmap) => OffscreenCanvas;

const SCENES: Readonly<Record<string, Scene>> = {
  'as it is': (photograph) => drawn(photograph.width, photograph.height, (draw) => draw.drawImage(photograph, 0, 0)),
  'on its side': (photograph) =>
    drawn(photograph.height, photograph.width, (draw) => {
      draw.rotate(Math.PI / 2);
      draw.drawImage(photograph, 0, -photograph.height);
    }),
  'upside down': (photograph) =>
    drawn(photograph.width, photograph.height, (draw) => {
      draw.rotate(Math.PI);
      draw.drawImage(photograph, -photograph.width, -photograph.height);
    }),
  'small in a corner': (photograph) =>
    drawn(901, 1200, (draw) => draw.drawImage(photograph, 700, 980, 160, (160 * photograph.height) / photograph.width)),
  'small by itself': (photograph) => drawn(97, 97, (draw) => draw.drawImage(photograph, 0, 0, 97, 97)),
  'four times in a crowd': (photograph) =>
    drawn(1000, 517, (draw) => {
      for (let i = 0; i < 4; i++) draw.drawImage(photograph, 250 * i, 40 * i, 250, 250);
    }),
};

function drawn(width: number, height: number, act: (draw: OffscreenCanvasRenderingContext2D) => void): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const draw = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  draw.fillStyle = 'rgb(120 130 110)';
  draw.fillRect(0, 0, width, height);
  act(draw);
  return canvas;
}

/** Pixels of the photograph in one of the copy that the detector looks at. */
function copyScale({ widthPx, heightPx }: RgbaImage): number {
  return Math.max(1, Math.max(widthPx, heightPx) / 640);
}

/** All as they are; otherwise every so many, since in a photograph without an upright face each detector looks a dozen times. */
function some<Photograph>(photographs: readonly Photograph[], scene: string, step: number): readonly Photograph[] {
  return photographs.filter((_, i) => scene === 'as it is' || i % step === 0);
}

/** Both detectors see the same faces: scores within 0.01, boxes and points within a pixel of what they look at. */
async function expectSame(image: RgbaImage, what: string): Promise<readonly FaceDetection[]> {
  const [expected, found] = [await mediapipe.detect(image), await light.detect(image)].map(fromLeft);
  expect(found, what).toHaveLength(expected?.length ?? Number.NaN);
  const pixel = copyScale(image);
  expected?.forEach((face, i) => {
    const same = found?.[i] as FaceDetection;
    const score = Math.abs(same.score - face.score);
    const sides = ['xPx', 'yPx', 'widthPx', 'heightPx'] as const;
    const boxPx = Math.max(...sides.map((side) => Math.abs(same.box[side] - face.box[side]) / pixel));
    const points = ['leftEye', 'rightEye', 'noseTip', 'mouthCentre'] as const;
    const pointPx = Math.max(
      ...points.map((point) => Math.hypot(same[point].x - face[point].x, same[point].y - face[point].y) / pixel),
    );
    expect.soft(score, `${what}: score`).toBeLessThanOrEqual(0.01);
    expect.soft(boxPx, `${what}: box`).toBeLessThanOrEqual(1.000001);
    expect.soft(pointPx, `${what}: points`).toBeLessThanOrEqual(1);
  });
  return found ?? [];
}

function fromLeft(faces: readonly FaceDetection[]): readonly FaceDetection[] {
  return faces.toSorted((a, b) => a.box.xPx - b.box.xPx || a.box.yPx - b.box.yPx);
}

async function load(path: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(path)).blob());
}

test.for(Object.entries(SCENES))('rendered people are found as MediaPipe finds them, %s', async ([name, scene]) => {
  let faces = 0;
  for (const { file } of some(FIXTURE_PHOTOGRAPHS, name, 4)) {
    const image = await decodeImage(scene(await load(`/rendered/${file}`)));
    faces += (await expectSame(image, `${file}, ${name}`)).length;
  }
  expect(faces).toBeGreaterThan(0);
});

test.for([
  [1, 1],
  [1920, 1],
  [1, 1920],
] as const)('a picture of %s pixels has no face', async ([width, height]) => {
  expect(await light.detect(await decodeImage(new ImageData(width, height)))).toEqual([]);
});

describeWithPhotographs('photographs of people', () => {
  test.for(Object.entries(SCENES))(
    'show the faces that MediaPipe finds, %s',
    { timeout: 300_000 },
    async ([name, scene]) => {
      let faces = 0;
      for (const { file } of some(await listSharedPhotographs(), name, 8)) {
        const image = await decodeImage(scene(await load(`/shared/photos/${file}`)));
        faces += (await expectSame(image, `${file}, ${name}`)).length;
      }
      expect(faces).toBeGreaterThan(5);
    },
  );
});
