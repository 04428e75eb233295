/** A frame that a video has just begun to show. */
export interface ShownFrame {
  /** Milliseconds on the clock of the camera, or of the page where the camera's is not known. */
  readonly timestampMs: number;
}

/** Tells of each frame that a video shows, until it is stopped. The page has to be visible: browsers show nothing in others. */
export class FrameWatch {
  readonly #video: HTMLVideoElement;
  readonly #onFrame: (frame: ShownFrame) => void;
  #callback: number | undefined;

  constructor(video: HTMLVideoElement, onFrame: (frame: ShownFrame) => void) {
    this.#video = video;
    this.#onFrame = onFrame;
    this.#wait();
  }

  stop(): void {
    if (this.#callback !== undefined) this.#video.cancelVideoFrameCallback(this.#callback);
    this.#callback = undefined;
  }

  #wait(): void {
    this.#callback = this.#video.requestVideoFrameCallback((now, { captureTime }) => {
      this.#wait();
      this.#onFrame({ timestampMs: captureTime ?? now });
    });
  }
}
