import { modelFolder, POINT_MODEL } from '../src/assets/asset-paths.ts';
import type { AssetFile } from './asset-file.ts';

const MODELS = modelFolder('').slice(0, -1);

/**
 * The files that every page needs, and those of the chosen models.
 *
 * @param models - names of folders in `models/`
 * @throws {TypeError} where there is no such model
 */
export function chooseModels(files: readonly AssetFile[], models: readonly string[]): readonly AssetFile[] {
  const names = new Set(files.map(modelOf).filter((name) => name !== undefined));
  for (const model of models) {
    if (!names.has(model)) throw new TypeError(`There is no model ${model}. There are: ${[...names].join(', ')}.`);
  }
  const chosen = new Set([POINT_MODEL, ...models]);
  return files.filter((file) => chosen.has(modelOf(file) ?? POINT_MODEL));
}

/** Undefined for a file of no model. */
function modelOf({ path }: AssetFile): string | undefined {
  return path.startsWith(MODELS) ? path.slice(MODELS.length).split('/')[0] : undefined;
}
