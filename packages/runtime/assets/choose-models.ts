import { COMMON_MODELS, modelOf } from '../src/assets/asset-paths.ts';
import type { AssetFile } from './asset-file.ts';

/**
 * The files that every page needs, and those of the chosen models.
 *
 * @param models - names of folders in `models/`
 * @throws {TypeError} where there is no such model
 */
export function chooseModels(files: readonly AssetFile[], models: readonly string[]): readonly AssetFile[] {
  const names = new Set(files.map(({ path }) => modelOf(path)).filter((name) => name !== undefined));
  for (const model of models) {
    if (!names.has(model)) throw new TypeError(`There is no model ${model}. There are: ${[...names].join(', ')}.`);
  }
  const chosen = new Set<string | undefined>([undefined, ...COMMON_MODELS, ...models]);
  return files.filter(({ path }) => chosen.has(modelOf(path)));
}
