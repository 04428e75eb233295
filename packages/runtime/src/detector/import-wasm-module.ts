import type { AssetFolder } from '../assets/asset-folder.ts';
import { ASSET_PATHS } from '../assets/asset-paths.ts';
import { importScript } from '../assets/import-script.ts';

/** The part of Emscripten's settings that is used here. */
interface WasmModuleSettings {
  print?: (line: string) => void;
  printErr?: (line: string) => void;
  instantiateWasm?: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => object;
}
export type WasmModuleFactory = (settings: WasmModuleSettings) => Promise<unknown>;

/** What MediaPipe's loader leaves in the globals of the page when it runs, for itself to find. */
interface LoaderGlobals {
  ModuleFactory?: WasmModuleFactory | undefined;
  custom_dbg?: (...words: unknown[]) => void;
}

/**
 * What makes MediaPipe's WASM modules. The page's globals stay as they were, which may be those of a MediaPipe of its own,
 * except that warnings need a function to go to.
 *
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `aborted`
 */
export async function importWasmModule(assets: AssetFolder, signal?: AbortSignal): Promise<WasmModuleFactory> {
  const globals = globalThis as LoaderGlobals;
  const { ModuleFactory, custom_dbg = silence } = globals;
  const loader = await importScript(assets, ASSET_PATHS.mediapipeLoader, signal);
  Object.assign(globals, { ModuleFactory, custom_dbg });
  return (loader as { readonly default: WasmModuleFactory }).default;
}

/** MediaPipe keeps a diary on the console, in which that all is well is an error. What fails is thrown as well. */
export function silence(): void {}
