import { createHash } from 'node:crypto';
import type { AssetManifest } from '../src/assets/asset-manifest.ts';
import { ASSET_PATHS } from '../src/assets/asset-paths.ts';
import type { AssetFile } from './asset-file.ts';

/** SHA-256, in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The files, and the manifest that vouches for them.
 *
 * @param version - of the package
 */
export function withManifest(files: readonly AssetFile[], version: string): readonly AssetFile[] {
  return [...files, { path: ASSET_PATHS.manifest, read: async () => Buffer.from(await manifestOf(files, version)) }];
}

async function manifestOf(files: readonly AssetFile[], version: string): Promise<string> {
  const entries = await Promise.all(
    files.map(async ({ path, read }) => {
      const bytes = await read();
      return { path, bytes: bytes.length, sha256: digestOf(bytes) };
    }),
  );
  const manifest: AssetManifest = { version, files: entries.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
