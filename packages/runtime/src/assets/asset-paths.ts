/**
 * Where the files that the pipeline fetches lie below `assetsUrl`. The browser asks for these paths; the build
 * writes them.
 */
export const ASSET_PATHS = {
  /** The module build of MediaPipe's loader: it runs in windows and in workers. */
  mediapipeLoader: 'mediapipe/vision_wasm_module_internal.js',
  mediapipeWasm: 'mediapipe/vision_wasm_module_internal.wasm',
  detectorModel: 'mediapipe/face_detection_short_range.tflite',
  /** Folder; tfjs adds the file's name. */
  tfjsWasmFolder: 'tfjs/',
  tfjsWasm: 'tfjs/tfjs-backend-wasm-simd.wasm',
} as const;

/** Folder of one model's card and weights. */
export function modelFolder(id: string): string {
  return `models/${id}/`;
}
