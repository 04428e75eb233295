import type { Plugin } from 'vite';
import type { AssetList } from '../assets/asset-file.ts';
import { serveAssets } from './serve-assets.ts';

/** Below Vite's `base`. */
const FOLDER = 'face-verify/';

/**
 * Serves and writes a page's assets, and tells the package where they lie, so that it finds them whatever the page's own
 * address is or becomes. Where `base` is relative to the page, it has to find them beside the page.
 */
export function pageAssets(list: AssetList): Plugin {
  return {
    ...serveAssets(list, FOLDER),
    config: ({ base = '/' }, { command }) => {
      const address = command === 'serve' ? new URL(base, 'http://localhost/').pathname : base;
      if (!/^(?:\/|https?:)/.test(address)) return {};
      return { define: { __FACE_VERIFY_ASSETS__: JSON.stringify(address + FOLDER) } };
    },
  };
}
