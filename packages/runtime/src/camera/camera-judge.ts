import type { CameraInUse } from './camera.ts';
import { TIMED_FRAMES, type VirtualCameraSignal, virtualCameraSignal } from './virtual-camera.ts';

/** So many pictures are remembered to notice one that comes again. */
const REMEMBERED_PICTURES = 2000;

/** Gathers what tells a camera from a program, while it runs. */
export class CameraJudge {
  readonly #pictures = new Set<number>();
  #timestampsMs: readonly number[] = [];
  #last: number | undefined;
  #repeated = false;

  /** Another camera: nothing that was seen of the former counts. */
  reset(): void {
    this.#pictures.clear();
    this.#timestampsMs = [];
    this.#last = undefined;
    this.#repeated = false;
  }

  frame(timestampMs: number): void {
    this.#timestampsMs = [...this.#timestampsMs, timestampMs].slice(-2 * TIMED_FRAMES);
  }

  /** A picture that stays the same is another matter; one that comes again after others was played. */
  picture(digest: number): void {
    if (digest === this.#last) return;
    this.#last = digest;
    if (this.#pictures.has(digest)) this.#repeated = true;
    if (this.#pictures.size < REMEMBERED_PICTURES) this.#pictures.add(digest);
  }

  judge(camera: CameraInUse, settings: MediaTrackSettings): VirtualCameraSignal {
    return virtualCameraSignal({
      camera,
      settings,
      timestampsMs: this.#timestampsMs,
      repeatedPicture: this.#repeated,
    });
  }
}
