import { FaceVerifyError } from '@face-verify/core';

declare const __FACE_VERIFY_ASSETS__: string | undefined;

/** Where the build of the page put the assets, as the plugin for Vite tells; otherwise beside the page. */
const DEFAULT_ADDRESS: string = typeof __FACE_VERIFY_ASSETS__ === 'undefined' ? 'face-verify/' : __FACE_VERIFY_ASSETS__;

/**
 * The assets folder's absolute address, with a slash at its end even if it was given without one.
 *
 * @param address - a relative one is completed by the address at which the page was loaded, which `history.pushState`
 *   does not change, or by its `<base>`
 * @throws {FaceVerifyError} `option-invalid` where it cannot be completed, as in a worker made of a Blob, or is of no
 *   folder
 */
export function assetsUrl(address: string | URL = DEFAULT_ADDRESS): URL {
  const url = absolute(address);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  assertHasFiles(url);
  return url;
}

/** @throws {FaceVerifyError} `option-invalid` for addresses with nothing below them, such as `data:` and `blob:` */
function assertHasFiles(folder: URL): void {
  try {
    new URL('file', folder);
  } catch (cause) {
    throw new FaceVerifyError('option-invalid', 'The address in "assets" is of no folder on a server.', { cause });
  }
}

function absolute(address: string | URL): URL {
  try {
    return new URL(address, baseOf(address));
  } catch (cause) {
    throw new FaceVerifyError(
      'option-invalid',
      'The address in "assets" is not absolute, and this worker has no address of its own to resolve it against. Pass an absolute one, e.g. new URL("face-verify/", document.baseURI).href from the page.',
      { cause },
    );
  }
}

function baseOf(address: string | URL): string {
  const { document, location, origin, performance } = globalThis;
  // A worker made of a Blob has no place on its origin.
  if (document === undefined) return String(address).startsWith('/') ? origin : location.href;
  if (document.querySelector('base[href]')) return document.baseURI;
  const loaded = performance.getEntriesByType('navigation')[0]?.name ?? '';
  return loaded.startsWith(`${origin}/`) ? loaded : document.baseURI;
}
