import { fileURLToPath } from 'node:url';
import { HarnessBrowser } from './harness-browser.ts';
import type { LandmarkerHarness, MeshFace } from './landmarker-api.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../landmarker-page', import.meta.url));

export interface LandmarkerBrowserOptions {
  /** Path of MediaPipe's `face_landmarker.task`, which is in no package registry. */
  readonly model: string;
  /** Which of the mesh's 478 points are wanted, in this order. */
  readonly meshPoints: readonly number[];
}

/** MediaPipe's FaceLandmarker in a headless Chromium: it labels data, and is no part of what ships. */
export class LandmarkerBrowser {
  readonly #harness: HarnessBrowser<LandmarkerHarness>;

  private constructor(harness: HarnessBrowser<LandmarkerHarness>) {
    this.#harness = harness;
  }

  /** @throws {CommandError} `chromium-missing` */
  static async start({ model, meshPoints }: LandmarkerBrowserOptions): Promise<LandmarkerBrowser> {
    return new LandmarkerBrowser(
      await HarnessBrowser.start<LandmarkerHarness>({
        pageFolder: PAGE_FOLDER,
        loadOptions: (lend) => ({ model: lend(model), meshPoints }),
      }),
    );
  }

  /**
   * @param rgb - square images one after the other, row by row
   * @returns for each the largest face's points, or null where there is none
   * @throws {FaceVerifyError} `internal` where the page failed
   */
  locate(rgb: Uint8Array, sizePx: number): Promise<readonly (MeshFace | null)[]> {
    return this.#harness.lend(rgb, (address) => this.#harness.call('locate', address, sizePx));
  }

  /** @throws where the page asked another origin for anything */
  close(): Promise<void> {
    return this.#harness.close();
  }
}
