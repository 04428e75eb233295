import { fileURLToPath } from 'node:url';
import type { VerificationResult } from '@face-verify/core';
import type { SubjectRule } from 'face-verify';
import type {
  CaptureSummary,
  ComparedSummary,
  CropSummary,
  GpuAdapter,
  HarnessOptions,
  LoadSummary,
  PipelineHarness,
} from './harness-api.ts';
import { HarnessBrowser } from './harness-browser.ts';
import type { Photograph } from './photograph-tokens.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../page', import.meta.url));

export interface PipelineBrowserOptions extends HarnessOptions {
  /** Milliseconds after which one call counts as hung; default two minutes, enough for a software GPU. */
  readonly callTimeoutMs?: number;
  /** Another page than the one that exposes the pipeline. */
  readonly pageFolder?: string;
}

/**
 * The shipped pipeline in a headless Chromium. Calls must not overlap. A page that crashes or hangs is replaced:
 * the call that it happened in fails, the next one works.
 */
export class PipelineBrowser {
  readonly #harness: HarnessBrowser<PipelineHarness>;

  private constructor(harness: HarnessBrowser<PipelineHarness>) {
    this.#harness = harness;
  }

  /** @throws {CommandError} `chromium-missing` */
  static async start(options: PipelineBrowserOptions = {}): Promise<PipelineBrowser> {
    const { callTimeoutMs, pageFolder = PAGE_FOLDER, ...loadOptions } = options;
    const webgpu = options.backend === 'webgpu';
    return new PipelineBrowser(
      await HarnessBrowser.start<PipelineHarness>({
        pageFolder,
        loadOptions: () => loadOptions,
        webgpu,
        callTimeoutMs,
      }),
    );
  }

  /** Loads the pipeline in a fresh page. @throws {FaceVerifyError} as the runtime's loader */
  load(): Promise<LoadSummary> {
    return this.#harness.load();
  }

  /**
   * @param photograph - a readable file's path, or the bytes of one
   * @param subject - which face of it
   * @throws {FaceVerifyError} as the runtime's `capture`; `internal` where the page crashed or hung
   */
  capture(photograph: Photograph, subject: SubjectRule = 'only'): Promise<CaptureSummary> {
    return this.#harness.lend(photograph, (address) => this.#harness.call('capture', address, subject));
  }

  /**
   * Captures a photograph and cuts its face out as alignment does, with more of the photograph around it.
   *
   * @param marginPx - aligned pixels added on every side of the aligned face
   * @throws {FaceVerifyError} as {@link capture}
   */
  cropFace(photograph: Photograph, marginPx: number): Promise<CropSummary> {
    return this.#harness.lend(photograph, (address) => this.#harness.call('cropFace', address, marginPx));
  }

  /** @throws {FaceVerifyError} as the runtime's `compare` */
  compare(probe: ComparedSummary, reference: ComparedSummary): Promise<VerificationResult> {
    return this.#harness.call('compare', probe, reference);
  }

  timeCompare(capture: ComparedSummary, repeats: number): Promise<number> {
    return this.#harness.call('timeCompare', capture, repeats);
  }

  /** Without loading the pipeline: on a software adapter that can take minutes. */
  findGpuAdapter(): Promise<GpuAdapter | null> {
    return this.#harness.callUnloaded('findGpuAdapter');
  }

  /** @throws where the page asked another origin for anything */
  close(): Promise<void> {
    return this.#harness.close();
  }
}
