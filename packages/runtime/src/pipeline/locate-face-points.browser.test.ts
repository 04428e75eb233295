import {
  alignmentTransform,
  distance,
  type FiveLandmarks,
  LANDMARK_ORDER,
  type Point,
  scaleOf,
} from '@face-verify/core';
import { FaceLandmarker, type NormalizedLandmark } from '@mediapipe/tasks-vision';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';
import { describeWithPhotographs, listSharedPhotographs } from '../../testing/shared-photographs.ts';
import type { FaceVerifier } from '../api.ts';
import { ASSET_PATHS } from '../assets/asset-paths.ts';

const ASSETS = new URL('/face-verify/', location.href);

/** Mean over the photographs, in pixels of the 112×112 face; 0.80 when this was written. */
const MAX_MEAN_ERROR_PX = 1;

describeWithPhotographs('on photographs, the shipped point network', () => {
  let verifier: FaceVerifier;
  let landmarker: FaceLandmarker;

  beforeAll(async () => {
    verifier = await createLocalVerifier({ assets: ASSETS, backend: 'wasm' });
    const loader = new URL(ASSET_PATHS.mediapipeLoader, ASSETS).href;
    const { default: factory } = await import(/* @vite-ignore */ loader);
    const task = await (await fetch('/shared/models/mediapipe/face_landmarker.task')).arrayBuffer();
    Object.assign(globalThis, { ModuleFactory: factory });
    landmarker = await FaceLandmarker.createFromOptions(
      { wasmLoaderPath: '', wasmBinaryPath: new URL(ASSET_PATHS.mediapipeWasm, ASSETS).href },
      { baseOptions: { modelAssetBuffer: new Uint8Array(task), delegate: 'CPU' }, runningMode: 'IMAGE' },
    );
  });
  afterAll(() => {
    landmarker.close();
    verifier.dispose();
  });

  test('puts the five points where a mesh of 478 has them', async () => {
    const errors: number[] = [];
    for (const { file } of (await listSharedPhotographs()).filter(({ file }) => file.endsWith('-1.jpg'))) {
      const photograph = await createImageBitmap(await (await fetch(`/shared/photos/${file}`)).blob());
      const capture = await verifier.capture(photograph);
      const [mesh] = landmarker.detect(photograph).faceLandmarks;
      if (capture.outcome === 'captured' && mesh)
        errors.push(landmarkError(capture.landmarks, fivePoints(mesh, photograph)));
    }
    // All but a profile, which is refused.
    expect(errors).toHaveLength(35);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(MAX_MEAN_ERROR_PX);
  });
});

/** Mean distance over the five points, in pixels of the 112×112 face that `wanted` gives. */
function landmarkError(found: FiveLandmarks, wanted: FiveLandmarks): number {
  const total = LANDMARK_ORDER.reduce((sum, name) => sum + distance(found[name], wanted[name]), 0);
  return (scaleOf(alignmentTransform(wanted)) * total) / LANDMARK_ORDER.length;
}

function fivePoints(mesh: readonly NormalizedLandmark[], { width, height }: ImageBitmap): FiveLandmarks {
  const at = (index: number): Point => {
    const { x, y } = mesh[index] ?? { x: Number.NaN, y: Number.NaN };
    return { x: x * width - 0.5, y: y * height - 0.5 };
  };
  const between = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
  return {
    leftEye: between(at(33), at(133)),
    rightEye: between(at(362), at(263)),
    noseTip: at(4),
    leftMouthCorner: at(61),
    rightMouthCorner: at(291),
  };
}
