import { AssetFolder } from '../src/assets/asset-folder.ts';

/** A folder of assets of the test server, e.g. `/drawn/`. */
export function openAssets(path: string): Promise<AssetFolder> {
  return AssetFolder.open(new URL(path, location.href), undefined);
}
