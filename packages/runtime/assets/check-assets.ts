import { createHash } from 'node:crypto';
import { type AssetEntry, type AssetManifest, parseAssetManifest } from '../src/assets/asset-manifest.ts';
import { ASSET_PATHS, COMMON_MODELS, modelFolder, modelOf } from '../src/assets/asset-paths.ts';
import { isScriptType } from '../src/assets/is-script-type.ts';

/** A file as it is served or lies on the disk. */
interface FoundFile {
  readonly bytes: Uint8Array;
  /** As the server named it; undefined on the disk. */
  readonly contentType?: string | undefined;
}

/** Finds a file by its path below the folder; undefined where there is none. */
export type FindFile = (path: string) => Promise<FoundFile | undefined>;

/**
 * What is wrong with a folder of assets: a line for each file, none where pages can use it.
 *
 * @param manifest - the bytes of the package's own
 */
export async function checkAssets(find: FindFile, manifest: Uint8Array): Promise<readonly string[]> {
  const served = await find(ASSET_PATHS.manifest);
  if (served === undefined) return [`${ASSET_PATHS.manifest} is not there.`];
  if (Buffer.compare(served.bytes, manifest) !== 0) {
    const version = parseAssetManifest(Buffer.from(served.bytes).toString())?.version ?? 'none';
    const { version: own } = parsed(manifest);
    return [`${ASSET_PATHS.manifest} is not that of this package (version ${own}); its version is ${version}.`];
  }
  const { files } = parsed(manifest);
  const found = new Map(await Promise.all(files.map(async ({ path }) => [path, await find(path)] as const)));
  const isChosen = (model: string | undefined) =>
    !isChoice(model) || found.get(`${modelFolder(model)}card.json`) !== undefined;
  const needed = files.filter(({ path }) => isChosen(modelOf(path)));
  const faults = needed.flatMap((file) => faultOf(file, found.get(file.path)) ?? []);
  const embeds = needed.some(({ path }) => isChoice(modelOf(path)));
  return embeds ? faults : [...faults, 'models/ has no model that embeds faces.'];
}

/** Whether a page may do without the model: the others it needs whatever it embeds with. */
function isChoice(model: string | undefined): model is string {
  return model !== undefined && !COMMON_MODELS.includes(model);
}

function parsed(manifest: Uint8Array): AssetManifest {
  const value = parseAssetManifest(Buffer.from(manifest).toString());
  if (value === undefined) throw new TypeError('The package has no manifest.');
  return value;
}

function faultOf({ path, bytes, sha256 }: AssetEntry, file: FoundFile | undefined): string | undefined {
  if (file === undefined) return `${path} is not there.`;
  const { contentType } = file;
  if (createHash('sha256').update(file.bytes).digest('hex') !== sha256) {
    const type = contentType === undefined ? '' : `, ${contentType}`;
    return `${path} is not the file of this version (${file.bytes.length} bytes of ${bytes}${type}).`;
  }
  if (path.endsWith('.js') && contentType !== undefined && !isScriptType(contentType)) {
    return `${path} is sent as ${contentType}; browsers run text/javascript.`;
  }
  return undefined;
}
