import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import { throwIfAborted } from './abort.ts';
import { A_NUMBER, A_SIGNAL, checkOptions } from './options/check-options.ts';
import type { VideoElement } from './page-elements.ts';

/** A video that shows nothing new for this long stands still. The slowest cameras give five frames a second. */
export const FRAME_LIMIT_MS = 3000;

/** Timers that are set for longer go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How many frames are taken of a video, and how far apart. */
export interface TakeFramesOptions {
  /** How many frames, at least 1. */
  readonly count: number;
  /**
   * Milliseconds from one frame to the next; default 200. Frames close together show one moment: a person who passes
   * just then would be in most of them.
   */
  readonly everyMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Takes frames of a video that plays: what a camera sees, for {@link FaceVerifier.enrol}. Each is one that the video
 * shows anew, so no two are the same moment. The page has to be visible: browsers show nothing new in others.
 *
 * @returns in the order of the film; `close()` each when it is no longer needed
 * @throws {FaceVerifyError} `image-empty` where the video does not play, or shows nothing new for 3 s, as of a camera
 *   that is muted or was pulled out: one still frame would only agree with itself; `image-unreadable`,
 *   `option-invalid`, `aborted`
 * @example
 * const frames = await takeFrames(video, { count: 10 });
 * const result = await verifier.enrol(frames);
 * for (const frame of frames) frame.close();
 */
export async function takeFrames(video: VideoElement, options: TakeFramesOptions): Promise<ImageBitmap[]> {
  checkOptions(options, { count: A_NUMBER, everyMs: A_NUMBER, signal: A_SIGNAL }, ['count']);
  const { count, everyMs = 200, signal } = options;
  if (!(Number.isInteger(count) && count >= 1 && everyMs >= 0 && everyMs <= LONGEST_TIMER_MS)) {
    const message = 'Frames are a whole number, at least 1; the time between them is at least 0 and within 24 days.';
    throw new FaceVerifyError('option-invalid', message, {
      details: { count: String(count), everyMs: String(everyMs) },
    });
  }
  const frames: ImageBitmap[] = [];
  try {
    while (frames.length < count) {
      if (frames.length > 0) await pause(everyMs, signal);
      throwIfAborted(signal);
      assertPlaying(video);
      await nextFrame(video, signal);
      throwIfAborted(signal);
      assertPlaying(video);
      frames.push(await createImageBitmap(video));
    }
    throwIfAborted(signal);
    return frames;
  } catch (error) {
    for (const frame of frames) frame.close();
    throw toFaceVerifyError(error, 'image-unreadable');
  }
}

function assertPlaying({ paused, ended, readyState }: HTMLVideoElement): void {
  if (paused || ended || readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    throw new FaceVerifyError('image-empty', 'The video does not play.');
  }
}

/**
 * Waits until the video shows a frame that it has not shown yet; also ends where it stops or the signal aborts.
 *
 * @throws {FaceVerifyError} `image-empty` after {@link FRAME_LIMIT_MS}
 */
function nextFrame(video: HTMLVideoElement, signal: AbortSignal | undefined): Promise<void> {
  const ended = new AbortController();
  const waiting = new Promise<void>((resolve, reject) => {
    const listening = { signal: ended.signal };
    const shown = video.requestVideoFrameCallback(() => resolve());
    const limit = setTimeout(
      () => reject(new FaceVerifyError('image-empty', 'The video stands still: it has shown no new frame for 3 s.')),
      FRAME_LIMIT_MS,
    );
    ended.signal.addEventListener('abort', () => {
      video.cancelVideoFrameCallback(shown);
      clearTimeout(limit);
    });
    for (const event of ['pause', 'ended', 'emptied']) video.addEventListener(event, () => resolve(), listening);
    signal?.addEventListener('abort', () => resolve(), listening);
  });
  return waiting.finally(() => ended.abort());
}

/** Ends early where the signal aborts. */
function pause(durationMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    signal?.addEventListener('abort', end);
  });
}
