import { type FaceDetection, FaceVerifyError, type RgbaImage } from '@face-verify/core';
import { FaceDetector as MediaPipeDetector } from '@mediapipe/tasks-vision';
import { ASSET_PATHS } from '../assets/asset-paths.ts';
import { fetchAsset } from '../assets/fetch-asset.ts';
import { fromBlazeFace } from './blaze-face-detection.ts';
import { detectInTiles } from './detect-in-tiles.ts';
import type { FaceDetector } from './face-detector.ts';
import { shrinkImage } from './shrink-image.ts';

/**
 * On 120 press photographs every real main face scores 0.70 or more, and of the 108 with one face none has a second
 * detection above 0.46.
 */
const MIN_SCORE = 0.5;

/** The detector looks at 128×128 px; its scores are the same for any copy of 320 px or more, and copying costs. */
const MAX_SIDE_PX = 640;

/** The part of Emscripten's settings that is used here. */
interface WasmModuleSettings {
  printErr?: (line: string) => void;
}
type WasmModuleFactory = (settings: WasmModuleSettings) => Promise<unknown>;

/**
 * MediaPipe's BlazeFace, the short-range model. This file is the only one that knows MediaPipe.
 *
 * Its processor delegate is used, also where there is a GPU: a photograph takes 5 ms, results do not depend on the
 * visitor's driver, and the GPU is left to the networks.
 *
 * @throws {FaceVerifyError} `asset-unavailable`, `backend-unavailable`, `aborted`
 */
export async function createMediaPipeFaceDetector(assets: URL, signal?: AbortSignal): Promise<FaceDetector> {
  const model = await fetchAsset(new URL(ASSET_PATHS.detectorModel, assets), signal);
  const factory = await importWasmModule(new URL(ASSET_PATHS.mediapipeLoader, assets));
  const detector = await createDetector(factory, new URL(ASSET_PATHS.mediapipeWasm, assets), model);

  const detectOnce = (image: RgbaImage): readonly FaceDetection[] => {
    const lookedAt = shrinkImage(image, MAX_SIDE_PX);
    const { detections } = detector.detect(lookedAt);
    const size = { widthPx: lookedAt.width, heightPx: lookedAt.height };
    return detections.flatMap((detection) => fromBlazeFace(detection, size, image) ?? []);
  };
  // The first look takes a hundred times as long as the second.
  detectOnce({ widthPx: 1, heightPx: 1, channels: 4, data: new Uint8ClampedArray(4) });
  return {
    detect: (image) => {
      const faces = detectOnce(image);
      return faces.length > 0 ? faces : detectInTiles(image, detectOnce);
    },
    dispose: () => detector.close(),
  };
}

async function importWasmModule(loader: URL): Promise<WasmModuleFactory> {
  try {
    const module: { default: WasmModuleFactory } = await import(/* @vite-ignore */ loader.href);
    return module.default;
  } catch (cause) {
    throw new FaceVerifyError('asset-unavailable', 'The face detector could not be loaded.', { cause });
  }
}

/**
 * MediaPipe looks for its WASM module's factory in a global variable, and forgets it after use. Giving it the factory
 * for just the call keeps detectors that start at the same time apart, and works in windows and workers alike.
 */
async function createDetector(factory: WasmModuleFactory, wasm: URL, model: Uint8Array): Promise<MediaPipeDetector> {
  const scope = globalThis as { ModuleFactory?: WasmModuleFactory | undefined };
  const before = scope.ModuleFactory;
  scope.ModuleFactory = (settings) => factory({ ...settings, printErr: printUnlessNotice });
  try {
    // The factory is read before the first await inside.
    const creation = MediaPipeDetector.createFromOptions(
      { wasmLoaderPath: '', wasmBinaryPath: wasm.href },
      {
        baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
        runningMode: 'IMAGE',
        minDetectionConfidence: MIN_SCORE,
      },
    );
    scope.ModuleFactory = before;
    return await creation;
  } catch (cause) {
    throw new FaceVerifyError('backend-unavailable', 'The face detector could not be started.', { cause });
  }
}

/** MediaPipe reports as an error that all is well. */
function printUnlessNotice(line: string): void {
  if (!line.startsWith('INFO: Created TensorFlow Lite XNNPACK delegate')) console.error(line);
}
