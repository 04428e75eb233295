import type { BackendName, LoadProgress } from '../api.ts';
import type { AssetManifest } from '../assets/asset-manifest.ts';
import { ASSET_PATHS, COMMON_MODELS, modelFolder } from '../assets/asset-paths.ts';
import type { EngineSettings, EngineStart } from './face-engine.ts';

const STAGES = ['backend', 'detector', 'points', 'embedder', 'warm-up'] as const satisfies LoadProgress['stage'][];

/** What each backend reads. */
const BACKEND_FILES: Readonly<Record<BackendName, string>> = {
  wasm: ASSET_PATHS.tfjsWasm,
  webgpu: ASSET_PATHS.engineWebgpu,
};

/** Tells where loading stands, at each stage and whenever more bytes were read. */
export class LoadProgressTeller {
  readonly #tell: EngineStart['onProgress'];
  readonly #settings: EngineSettings;
  #now: LoadProgress;

  constructor(settings: EngineSettings, tell: EngineStart['onProgress']) {
    this.#tell = tell;
    this.#settings = settings;
    const totalBytes = bytesToRead(settings, ['wasm']);
    this.#now = { stage: 'backend', done: 0, total: STAGES.length, bytes: 0, totalBytes };
  }

  enter(stage: LoadProgress['stage']): void {
    this.#change({ stage, done: STAGES.indexOf(stage) });
  }

  /** It is known which backends will be started. */
  expect(backends: readonly BackendName[]): void {
    this.#now = { ...this.#now, totalBytes: bytesToRead(this.#settings, backends) };
  }

  /** @param bytes - of all files together */
  read(bytes: number): void {
    // The sizes of users' own models are not known before.
    this.#change({ bytes, totalBytes: Math.max(bytes, this.#now.totalBytes) });
  }

  end(): void {
    this.#change({ done: STAGES.length });
  }

  #change(change: Partial<LoadProgress>): void {
    this.#now = { ...this.#now, ...change };
    this.#tell?.(this.#now);
  }
}

function bytesToRead({ assets, detector, model }: EngineSettings, backends: readonly BackendName[]): number {
  const folders = [...COMMON_MODELS, typeof model === 'string' ? model : model.name].map(modelFolder);
  const { mediapipeLoader, mediapipeWasm, detectorModel } = ASSET_PATHS;
  const files = new Set<string>([
    ...(detector === 'mediapipe' ? [mediapipeLoader, mediapipeWasm, detectorModel] : []),
    ...backends.map((name) => BACKEND_FILES[name]),
  ]);
  const isRead = (path: string) => files.has(path) || folders.some((folder) => path.startsWith(folder));
  return sizeOf(assets.manifest, isRead);
}

function sizeOf({ files }: AssetManifest, counts: (path: string) => boolean): number {
  return files.reduce((sum, { path, bytes }) => (counts(path) ? sum + bytes : sum), 0);
}
