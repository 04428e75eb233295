import type { FrameTimes } from '../src/bench/live/live-harness.ts';

/** As far as it is read here, what a page and the worker of its engine say to each other. */
interface Call {
  readonly kind: string;
  readonly id: number;
  readonly method: string;
}

interface Answer {
  readonly kind: string;
  readonly id: number;
  readonly answer?: {
    readonly outcome?: string;
    readonly detection?: object;
    readonly timings?: { readonly decodeMs?: number; readonly pointsMs?: number; readonly alignMs?: number };
  };
}

/** Listens to a page that watches a video, and to its engine. Begins before there is one. */
export class EngineLog {
  readonly tracked: FrameTimes[] = [];
  /** Frames that were looked at. */
  looked = 0;
  /** When the frame came that was looked at last, and that which was embedded last. */
  #lookedFrameMs = Number.NaN;
  embeddedFrameMs = Number.NaN;
  readonly #frameMs = new Map<number, number>();
  #newestFrameMs = Number.NaN;

  constructor(video: HTMLVideoElement) {
    const make = globalThis.createImageBitmap;
    globalThis.createImageBitmap = ((source: ImageBitmapSource, ...rest: never[]) => {
      // What a session does first with a frame.
      if (source === video) this.#newestFrameMs = performance.now();
      return make(source, ...rest);
    }) as typeof make;
    const called = (call: Call) => this.#called(call);
    const answered = (answer: Answer) => this.#answered(answer);
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => answered(data));
      }
      override postMessage(message: Call, given?: Transferable[] | StructuredSerializeOptions): void {
        called(message);
        super.postMessage(message, given as Transferable[]);
      }
    };
  }

  #called({ kind, id, method }: Call): void {
    if (kind !== 'call') return;
    if (method === 'look') this.#frameMs.set(id, this.#newestFrameMs);
    // It is the face of the frame that was looked at last.
    if (method === 'embed') this.embeddedFrameMs = this.#lookedFrameMs;
  }

  #answered({ kind, id, answer }: Answer): void {
    const frameMs = this.#frameMs.get(id);
    if (frameMs === undefined || kind !== 'answer') return;
    this.#frameMs.delete(id);
    this.looked++;
    this.#lookedFrameMs = frameMs;
    const { decodeMs, pointsMs, alignMs } = answer?.timings ?? {};
    const isTracked = answer?.outcome === 'seen' && answer.detection === undefined;
    if (!isTracked || decodeMs === undefined || pointsMs === undefined || alignMs === undefined) return;
    this.tracked.push({ decodeMs, pointsMs, alignMs, answeredMs: performance.now() - frameMs });
  }
}
