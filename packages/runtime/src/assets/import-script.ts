import { timedStage } from '../timed-stage.ts';
import { assetError } from './asset-error.ts';
import type { AssetFolder } from './asset-folder.ts';
import { PolicyWatch } from './policy-watch.ts';

/**
 * Runs a script of the folder as a module of this page or worker. What its check proves is told at
 * {@link AssetFolder.scriptUrl}.
 *
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `backend-unavailable`, `aborted`
 */
export async function importScript(assets: AssetFolder, path: string, signal?: AbortSignal): Promise<unknown> {
  const url = await timedStage(`check ${path}`, () => assets.scriptUrl(path, signal));
  const watch = new PolicyWatch();
  try {
    // Bundlers would put a module of their own in its place.
    return await timedStage(
      `run ${path}`,
      () => import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ url),
    );
  } catch (cause) {
    const directive = await watch.directiveAgainst(url);
    throw assetError(path, assets.urlOf(path), {
      ...(directive
        ? { failure: 'refused-by-policy', what: `the Content-Security-Policy forbids it (${directive})` }
        : { failure: 'not-run' }),
      cause,
    });
  } finally {
    watch.close();
  }
}
