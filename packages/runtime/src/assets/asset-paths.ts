/**
 * Where the files that the pipeline fetches lie below `assetsUrl`. The browser asks for these paths; the build
 * writes them.
 */
export const ASSET_PATHS = {
  /** The whole engine in one module, which is also the script of its worker. */
  engine: 'engine.js',
  /** What it loads where it runs on WebGPU. */
  engineWebgpu: 'engine-webgpu.js',
  /** Says what the others are; see `AssetManifest`. */
  manifest: 'manifest.json',
  /** The module build of MediaPipe's loader: it runs in windows and in workers. */
  mediapipeLoader: 'mediapipe/vision_wasm_module_internal.js',
  mediapipeWasm: 'mediapipe/vision_wasm_module_internal.wasm',
  detectorModel: 'mediapipe/face_detection_short_range.tflite',
  /** Folder; tfjs adds the file's name. */
  tfjsWasmFolder: 'tfjs/',
  tfjsWasm: 'tfjs/tfjs-backend-wasm-simd.wasm',
} as const;

/** Of {@link ASSET_PATHS.detectorModel}, as the build writes it. */
export const DETECTOR_MODEL_SHA256 = '5e01f11f6f148ecc2235d54bdfeb240147011b170ff566c8d6e84fef2e6cf6ec';

/** Model that finds the points of a face. */
export const POINT_MODEL = 'face-points';

/** Model that finds faces where MediaPipe does not: the weights are those of {@link ASSET_PATHS.detectorModel}. */
export const LIGHT_DETECTOR = 'blazeface-short-range';

/** Models that are needed beside any embedder. */
export const COMMON_MODELS: readonly string[] = [POINT_MODEL, LIGHT_DETECTOR];

/** Folder of one model's card and weights. */
export function modelFolder(id: string): string {
  return `models/${id}/`;
}

/** The model that a file belongs to, by its path; undefined for files that every page needs. */
export function modelOf(path: string): string | undefined {
  return /^models\/([^/]+)\//.exec(path)?.[1];
}
