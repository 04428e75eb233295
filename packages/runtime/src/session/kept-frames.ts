import { type Evidence, isSameMoment } from './evidence.ts';
import type { FrameMoment } from './session-event.ts';
import type { SessionModel } from './session-model.ts';

interface KeptFrame {
  readonly moment: FrameMoment;
  readonly copy: ImageBitmap;
}

/** Copies of frames, as long as one of them may be the last that a template is made of. */
export class KeptFrames {
  #kept: readonly KeptFrame[] = [];

  add(moment: FrameMoment, copy: ImageBitmap): void {
    this.#kept = [...this.#kept, { moment, copy }];
  }

  /** Closes what no decision will ask for: one needs frames of the last segment, so none of an earlier one is its last. */
  closeUnwanted({ request, evidence }: SessionModel): void {
    const segment = evidence.at(-1)?.segment;
    const wanted = evidence.filter((frame) => frame.segment === segment).map(({ moment }) => moment);
    if (request?.type === 'embed' && request.purpose === 'evidence') wanted.push(request.moment);
    this.#keepOnly(({ moment }) => wanted.some((other) => isSameMoment(other, moment)));
  }

  /** The copy of the last of these frames, to give away; undefined where none was made. */
  takeLast(frames: Evidence): ImageBitmap | undefined {
    const last = frames.at(-1)?.moment;
    const taken = this.#kept.find(({ moment }) => last !== undefined && isSameMoment(moment, last));
    this.#kept = this.#kept.filter((frame) => frame !== taken);
    return taken?.copy;
  }

  close(): void {
    this.#keepOnly(() => false);
  }

  #keepOnly(isWanted: (frame: KeptFrame) => boolean): void {
    for (const frame of this.#kept) if (!isWanted(frame)) frame.copy.close();
    this.#kept = this.#kept.filter(isWanted);
  }
}
