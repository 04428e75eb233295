import type { BackendName } from '../api.ts';
import type { AssetEntry } from '../assets/asset-manifest.ts';
import { ASSET_PATHS, LIGHT_DETECTOR, modelFolder, POINT_MODEL } from '../assets/asset-paths.ts';
import type { EngineSettings } from './face-engine.ts';

/** What each backend reads. */
const BACKEND_FILES: Readonly<Record<BackendName, string>> = {
  wasm: ASSET_PATHS.tfjsWasm,
  webgpu: ASSET_PATHS.engineWebgpu,
};

/** The manifest's lines of all that an engine reads before it has started, if MediaPipe's detector runs where it was asked for. */
export function filesToRead(
  { assets, detector, model }: EngineSettings,
  backends: readonly BackendName[],
): readonly AssetEntry[] {
  const { mediapipeLoader, mediapipeWasm, detectorModel } = ASSET_PATHS;
  const light = modelFolder(LIGHT_DETECTOR);
  const folders = [POINT_MODEL, typeof model === 'string' ? model : model.name].map(modelFolder);
  const files = new Set<string>(backends.map((name) => BACKEND_FILES[name]));
  if (detector === 'mediapipe') {
    // The weights of the light one are within MediaPipe's.
    for (const path of [mediapipeLoader, mediapipeWasm, detectorModel, `${light}card.json`]) files.add(path);
  } else folders.push(light);
  return assets.manifest.files.filter(
    ({ path }) => files.has(path) || folders.some((folder) => path.startsWith(folder)),
  );
}
