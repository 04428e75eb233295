import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ASSET_PATHS } from '../src/assets/asset-paths.ts';
import { addNormalizationMetadata } from './add-normalization-metadata.ts';
import type { AssetFile, AssetList } from './asset-file.ts';
import { ENGINE_PATHS, engineBundler } from './engine-bundle.ts';
import { modelFiles } from './model-files.ts';

/** What BlazeFace was trained on: channel values in [−1, 1]. */
const BLAZE_FACE_NORMALIZATION = { mean: 127.5, std: 127.5 } as const;

/**
 * The assets, out of the sources, of the packages that npm installed and of a folder of models.
 *
 * @param modelsFolder - holds one folder with card.json and weights.bin for each model
 * @returns what lists them as they are now
 */
export function sourceAssets(modelsFolder: string): AssetList {
  const bundle = engineBundler();
  const engine = ENGINE_PATHS.map((path) => ({ path, read: async () => (await bundle()).get(path) as Uint8Array }));
  return async () => [...engine, ...installedAssets(), ...(await modelAssets(modelsFolder))];
}

function installedAssets(): AssetFile[] {
  const { resolve } = createRequire(import.meta.url);
  const mediapipe = dirname(resolve('@mediapipe/tasks-vision/vision_wasm_internal.js'));
  const detection = dirname(resolve('@mediapipe/face_detection/package.json'));
  const tfjs = join(dirname(resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist');
  return [
    copied(ASSET_PATHS.mediapipeLoader, mediapipe),
    copied(ASSET_PATHS.mediapipeWasm, mediapipe),
    copied(ASSET_PATHS.tfjsWasm, tfjs),
    {
      path: ASSET_PATHS.detectorModel,
      read: async () =>
        addNormalizationMetadata(
          await readFile(join(detection, 'face_detection_short_range.tflite')),
          BLAZE_FACE_NORMALIZATION,
        ),
    },
  ];
}

async function modelAssets(folder: string): Promise<AssetFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return ids.sort().flatMap((id) => modelFiles(join(folder, id)));
}

/** The file of that name, as it is. */
function copied(path: string, folder: string): AssetFile {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { path, read: () => readFile(join(folder, name)) };
}
