/// <reference types="vite/client" />
import { FaceVerifyError } from '@face-verify/core';
import { FaceLandmarker, type Matrix, type NormalizedLandmark } from '@mediapipe/tasks-vision';
import wasmLoaderPath from '@mediapipe/tasks-vision/vision_wasm_internal.js?url';
import wasmBinaryPath from '@mediapipe/tasks-vision/vision_wasm_internal.wasm?url';
import type { LandmarkerHarness, LandmarkerOptions, MeshFace } from '../src/browser/landmarker-api.ts';
import { exposeHarness } from '../src/in-page/expose-harness.ts';
import { fetchPhotograph } from '../src/in-page/fetch-photograph.ts';

/**
 * Crops are enlarged so many times before the landmarker sees them. Its points are half a pixel of its input too far
 * to the left, and half a pixel of the 256 px that it scales a face to too far to the right. For a face that fills a
 * crop of 144 px the two cancel at 2: there, points of crops and of their mirror images differ by 0.01 px.
 */
const ENLARGEMENT = 2;

/** MediaPipe's FaceLandmarker as methods that take and give plain JSON. */
class Harness implements LandmarkerHarness {
  #landmarker: FaceLandmarker | undefined;
  #meshPoints: readonly number[] = [];

  async load({ model, meshPoints }: LandmarkerOptions): Promise<void> {
    this.#meshPoints = meshPoints;
    this.#landmarker = await FaceLandmarker.createFromOptions(
      { wasmLoaderPath, wasmBinaryPath },
      {
        baseOptions: { modelAssetBuffer: new Uint8Array(await readBytes(model)), delegate: 'CPU' },
        runningMode: 'IMAGE',
        numFaces: 1,
        outputFacialTransformationMatrixes: true,
      },
    );
  }

  async locate(address: string, sizePx: number): Promise<(MeshFace | null)[]> {
    const rgb = new Uint8Array(await readBytes(address));
    const bytes = sizePx * sizePx * 3;
    const faces: (MeshFace | null)[] = [];
    for (let start = 0; start < rgb.length; start += bytes) {
      faces.push(await this.#locateOne(toImageData(rgb.subarray(start, start + bytes), sizePx)));
    }
    return faces;
  }

  async #locateOne(image: ImageData): Promise<MeshFace | null> {
    if (this.#landmarker === undefined) throw new FaceVerifyError('internal', 'The landmarker has not been loaded.');
    const side = image.width * ENLARGEMENT;
    const enlarged = await createImageBitmap(image, { resizeWidth: side, resizeHeight: side, resizeQuality: 'high' });
    const { faceLandmarks, facialTransformationMatrixes } = this.#landmarker.detect(enlarged);
    enlarged.close();
    const [mesh] = faceLandmarks;
    const [matrix] = facialTransformationMatrixes;
    if (mesh === undefined || matrix === undefined) return null;
    const points = this.#meshPoints.map((index) => {
      const { x, y } = mesh[index] as NormalizedLandmark;
      // Shares count from the image's edge, pixels from the middle of the first.
      return [x * image.width - 0.5, y * image.height - 0.5] as const;
    });
    return { points, ...headPose(matrix) };
  }
}

async function readBytes(address: string): Promise<ArrayBuffer> {
  return (await fetchPhotograph(address)).arrayBuffer();
}

function toImageData(rgb: Uint8Array, sizePx: number): ImageData {
  const image = new ImageData(sizePx, sizePx);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    image.data.set(rgb.subarray(from, from + 3), to);
    image.data[to + 3] = 255;
  }
  return image;
}

/** From the matrix, by columns, that takes the canonical face, which looks along z, to the camera's space. */
function headPose({ data }: Matrix): Pick<MeshFace, 'yawDegrees' | 'pitchDegrees'> {
  const [x, y, z] = data.slice(8, 11) as [number, number, number];
  const toDegrees = 180 / Math.PI;
  return { yawDegrees: Math.atan2(x, z) * toDegrees, pitchDegrees: Math.atan2(y, Math.hypot(x, z)) * toDegrees };
}

exposeHarness(new Harness());
