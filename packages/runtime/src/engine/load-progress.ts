import type { BackendName, LoadProgress } from '../api.ts';
import type { EngineSettings, EngineStart } from './face-engine.ts';
import { filesToRead } from './files-to-read.ts';

const STAGES = ['backend', 'detector', 'points', 'embedder', 'warm-up'] as const satisfies LoadProgress['stage'][];

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

function bytesToRead(settings: EngineSettings, backends: readonly BackendName[]): number {
  return filesToRead(settings, backends).reduce((sum, { bytes }) => sum + bytes, 0);
}
