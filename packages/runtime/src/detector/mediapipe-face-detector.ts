import { FaceVerifyError } from '@face-verify/core';
import { FaceDetector as MediaPipeDetector } from '@mediapipe/tasks-vision';
import { assetError } from '../assets/asset-error.ts';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { ASSET_PATHS, DETECTOR_MODEL_SHA256 } from '../assets/asset-paths.ts';
import { compileWasm } from '../assets/compile-wasm.ts';
import { sha256 } from '../assets/sha256.ts';
import { withinBackendLimit } from '../backend/within-backend-limit.ts';
import { timedStage } from '../timed-stage.ts';
import { detectWithBlazeFace, MIN_SCORE } from './detect-with-blaze-face.ts';
import type { FaceDetector } from './face-detector.ts';
import { importWasmModule, silence, type WasmModuleFactory } from './import-wasm-module.ts';
import { type MortalDetector, RenewedDetector } from './renewed-detector.ts';
import { createWebGlCanvas, type WebGlCanvas } from './webgl-canvas.ts';

/** One that tells what it looks with. */
export interface MediaPipeFaceDetector extends FaceDetector {
  /** BlazeFace, as a .tflite file. */
  readonly model: Uint8Array;
}

/** All that a detector is made of, so that another can be made without a request. */
interface MediaPipeFiles {
  readonly factory: WasmModuleFactory;
  readonly wasm: WebAssembly.Module;
  readonly model: Uint8Array;
}

/**
 * MediaPipe's BlazeFace, the short-range model. This file is the only one that knows MediaPipe.
 *
 * Its processor delegate is used, also where there is a GPU: a photograph takes 5 ms, results do not depend on the
 * visitor's driver, and the GPU is left to the networks. Even so each picture goes through WebGL, and where the
 * browser has taken the context away MediaPipe reports, without a sign, the faces of the picture before. So each
 * detector has a canvas of its own that is asked before and after each look, and is replaced where it went blind.
 *
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `backend-unavailable` where there is no WebGL, `aborted`
 */
export async function createMediaPipeFaceDetector(
  assets: AssetFolder,
  signal?: AbortSignal,
): Promise<MediaPipeFaceDetector> {
  // Known before 11 MB are fetched in vain.
  createWebGlCanvas().dispose();
  const files = await fetchMediaPipe(assets, signal);
  const detector = await timedStage('start MediaPipe', () => RenewedDetector.start(() => createDetector(files)));
  return {
    detect: (image) => detector.detect(image),
    dispose: () => detector.dispose(),
    model: files.model,
  };
}

async function fetchMediaPipe(assets: AssetFolder, signal?: AbortSignal): Promise<MediaPipeFiles> {
  const { detectorModel, mediapipeWasm } = ASSET_PATHS;
  assets.begin([mediapipeWasm, detectorModel], signal);
  const model = await assets.read(detectorModel, signal);
  // MediaPipe would take a model of which half is missing, and see nothing or anything.
  if ((await sha256(model)) !== DETECTOR_MODEL_SHA256) {
    throw assetError(detectorModel, assets.urlOf(detectorModel), { failure: 'other-file' });
  }
  const factory = await importWasmModule(assets, signal);
  return { factory, wasm: await compileWasm(assets, mediapipeWasm, signal), model };
}

async function createDetector(files: MediaPipeFiles): Promise<MortalDetector> {
  const webgl = createWebGlCanvas();
  let started: Pick<MortalDetector, 'dispose'> = webgl;
  try {
    const task = await startTask(files, webgl);
    const detector = watched(task, webgl);
    started = detector;
    // The first look takes a hundred times as long as the second.
    task.detect(new ImageData(1, 1));
    if (!webgl.answers()) {
      throw new FaceVerifyError(
        'backend-unavailable',
        'The browser does not give back what was drawn with WebGL: it hides it, as privacy modes do, or took the context away.',
        { details: { missing: 'webgl' } },
      );
    }
    return detector;
  } catch (cause) {
    started.dispose();
    if (cause instanceof FaceVerifyError) throw cause;
    throw new FaceVerifyError('backend-unavailable', 'The face detector could not be started.', { cause });
  }
}

/** @throws {FaceVerifyError} `backend-unavailable` after `BACKEND_LIMIT_MS` */
async function startTask(files: MediaPipeFiles, webgl: WebGlCanvas): Promise<MediaPipeDetector> {
  const starting = createTask(files, webgl);
  try {
    return await withinBackendLimit(starting, 'The face detector');
  } catch (error) {
    starting.then(
      (late) => late.close(),
      () => undefined,
    );
    throw error;
  }
}

/**
 * MediaPipe looks for its WASM module's factory in a global variable, and forgets it after use. Giving it the factory
 * for just the call keeps detectors that start at the same time apart, and works in windows and workers alike.
 */
function createTask({ factory, wasm, model }: MediaPipeFiles, { canvas }: WebGlCanvas): Promise<MediaPipeDetector> {
  const scope = globalThis as { ModuleFactory?: WasmModuleFactory | undefined };
  const before = scope.ModuleFactory;
  return new Promise((resolve, reject) => {
    scope.ModuleFactory = (settings) =>
      factory({
        ...settings,
        print: silence,
        printErr: silence,
        instantiateWasm: (imports, done) => {
          // Emscripten never hears of a module that cannot be instantiated.
          WebAssembly.instantiate(wasm, imports).then(done, reject);
          return {};
        },
      });
    // The factory is read before the first await inside.
    MediaPipeDetector.createFromOptions(
      { wasmLoaderPath: '', wasmBinaryPath: '' },
      {
        canvas,
        baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
        runningMode: 'IMAGE',
        minDetectionConfidence: MIN_SCORE,
      },
    ).then(resolve, reject);
    scope.ModuleFactory = before;
  });
}

function watched(task: MediaPipeDetector, webgl: WebGlCanvas): MortalDetector {
  return {
    detect: async (image) => {
      if (webgl.isLost()) return undefined;
      const faces = await detectWithBlazeFace(image, (picture) => task.detect(picture).detections);
      // A context never comes back, so that all looks were true where it still answers.
      return webgl.answers() ? faces : undefined;
    },
    dispose: () => {
      try {
        task.close();
      } catch {
        // MediaPipe tells of an earlier failure once more, which was reported then.
      }
      webgl.dispose();
    },
  };
}
