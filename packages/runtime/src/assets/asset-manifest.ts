/** One file of the assets folder, and how it is known to be the one that was built. */
export interface AssetEntry {
  /** Below the assets folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal, small letters. */
  readonly sha256: string;
}

/** What `manifest.json` in the assets folder says: all that this version of the package may fetch or run. */
export interface AssetManifest {
  /** The package's. */
  readonly version: string;
  readonly files: readonly AssetEntry[];
}

/** The manifest that a text is; undefined where it is none. */
export function parseAssetManifest(text: string): AssetManifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isAssetManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAssetManifest(value: unknown): value is AssetManifest {
  return hasFields(value, { version: 'string' }) && 'files' in value && Array.isArray(value.files)
    ? value.files.every((file) => hasFields(file, { path: 'string', bytes: 'number', sha256: 'string' }))
    : false;
}

function hasFields(value: unknown, types: Readonly<Record<string, 'string' | 'number'>>): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(types).every(([name, type]) => typeof Reflect.get(value, name) === type);
}
