import { Plugin } from 'vite';

/** Which models a page is served with. */
interface FaceVerifyAssetsOptions {
    /** Of the package, those that the page may ask for; default `convfacenext-ps` alone. */
    readonly models?: readonly string[];
    /** Folders of models of your own, each with `card.json` and `weights.bin`. */
    readonly ownModels?: readonly string[];
}
/**
 * What a page has to serve for face verification, at `face-verify/` below Vite's `base`: served while developing, and
 * written beside the page when building for browsers. Also tells the page where it lies, whatever its own address is.
 *
 * @throws {TypeError} while serving or building, where there is no such model
 * @example
 * export default { plugins: [faceVerifyAssets({ models: ['convfacenext-ps'] })] };
 */
declare function faceVerifyAssets({ models, ownModels }?: FaceVerifyAssetsOptions): Plugin;

export { faceVerifyAssets };
export type { FaceVerifyAssetsOptions };
