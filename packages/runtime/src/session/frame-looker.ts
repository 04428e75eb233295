import { type AlignedFace, type FaceVerifyErrorCode, toFaceVerifyError } from '@face-verify/core';
import { PictureDigest } from '../camera/picture-digest.ts';
import type { FaceEngine, FaceLook } from '../engine/face-engine.ts';
import type { FrameMoment, SessionLook } from './session-event.ts';
import { lookHint, type Track } from './track.ts';

/** What a frame can be that nobody can see a face in; the next one may be better. */
const PASSING: readonly FaceVerifyErrorCode[] = ['image-empty', 'image-unreadable', 'geometry-degenerate'];
/** So many of them in a row are no longer chance. */
const MOST_PASSED = 20;

/** A frame that was looked at. */
export interface LookedAtFrame {
  readonly moment: FrameMoment;
  readonly look: SessionLook;
  /** The face to embed, where one is seen. */
  readonly aligned: AlignedFace | undefined;
  /** A copy of the frame, to be closed, where one was wanted. */
  readonly copy: ImageBitmap | undefined;
}

/** Looks at what a video shows, one frame at a time. */
export class FrameLooker {
  readonly #video: HTMLVideoElement;
  readonly #digest = new PictureDigest();
  #passed = 0;
  #isLooking = false;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
  }

  /** Whether a frame is being looked at: the next ones go by. */
  get isLooking(): boolean {
    return this.#isLooking;
  }

  /**
   * Looks at the frame that the video shows now.
   *
   * @returns undefined where there is nothing to see in it
   * @throws {FaceVerifyError} as `FaceEngine.look`
   */
  async look(
    engine: Pick<FaceEngine, 'look'>,
    timestampMs: number,
    track: Track | undefined,
    { signal, keepsFrame = false }: { readonly signal: AbortSignal; readonly keepsFrame?: boolean | undefined },
  ): Promise<LookedAtFrame | undefined> {
    this.#isLooking = true;
    let [frame, copy]: (ImageBitmap | undefined)[] = [];
    try {
      frame = await createImageBitmap(this.#video);
      const moment = { timestampMs, picture: this.#digest.of(frame) };
      if (keepsFrame) copy = await createImageBitmap(frame);
      const look = await engine.look(frame, lookHint(track), { signal });
      this.#passed = 0;
      const aligned = look.outcome === 'seen' ? look.face.aligned : undefined;
      return { moment, look: withoutPixels(look), aligned, copy };
    } catch (error) {
      // One that an engine was given is closed already.
      frame?.close();
      copy?.close();
      const coded = toFaceVerifyError(error, 'image-unreadable');
      this.#passed++;
      if (PASSING.includes(coded.code) && this.#passed < MOST_PASSED) return undefined;
      throw coded;
    } finally {
      this.#isLooking = false;
    }
  }
}

function withoutPixels(look: FaceLook): SessionLook {
  if (look.outcome === 'unseen') return { outcome: 'unseen', refusal: look.refusal };
  const { points, presence, yawDegrees, pitchDegrees, quality } = look.face;
  const seen = { points, presence, yawDegrees, pitchDegrees, quality };
  return { outcome: 'seen', image: look.image, ...seen, refusal: look.refusal, detected: look.detection !== undefined };
}
