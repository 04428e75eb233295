import type { CameraChoice, CameraInUse, CameraTrouble } from './camera.ts';
import { FrameWatch, type ShownFrame } from './frame-watch.ts';
import { type CameraOpening, cameraOf, openCamera, stopStream } from './open-camera.ts';
import { PictureDigest } from './picture-digest.ts';

/** A picture that does not change for so long stands still. The slowest cameras give five frames a second. */
const FROZEN_MS = 3000;
/** Without any frame for so long a track that says it has ended, has, and without a new picture one that says it is muted, is. */
const SILENT_MS = 1000;
/** How often a camera that is away is asked for again. */
const RETRY_MS = 2000;
/** How often it is seen whether the picture changes. */
const WATCH_MS = 250;

/** What a feed tells of. */
export interface CameraFeedListener {
  /** A camera is being asked for; the visitor may have to allow it. */
  asked(): void;
  /** Its first frame is there, or frames are coming again. */
  opened(camera: CameraInUse): void;
  lost(reason: CameraTrouble): void;
  frame(frame: ShownFrame): void;
}

/** What a feed needs of the page. */
export interface CameraPage {
  readonly devices: MediaDevices | undefined;
  /** Whether the camera may be used, as far as the browser says. */
  permission(): Promise<PermissionStatus | undefined>;
  isHidden(): boolean;
}

/**
 * Keeps a camera running in a video, and tells what becomes of it. What was lost is found again by itself. Whatever
 * arrives that is no longer wanted, as after {@link stop}, is stopped at once.
 */
export class CameraFeed {
  readonly #video: HTMLVideoElement;
  readonly #listener: CameraFeedListener;
  readonly #page: CameraPage;
  /** Ends with the camera that is wanted now. */
  #wanted = new AbortController();
  #stream: MediaStream | undefined;
  /** Best first; empty while none is wanted. */
  #choices: readonly CameraChoice[] = [];
  #camera: CameraInUse | undefined;
  #trouble: CameraTrouble | undefined;
  /** The visitor let a camera be used; some browsers remember that without saying so. */
  #wasAllowed = false;

  /** @param video - shows the camera; phones give no frames to one that is not displayed */
  constructor(video: HTMLVideoElement, listener: CameraFeedListener, page: CameraPage) {
    this.#video = video;
    this.#listener = listener;
    this.#page = page;
  }

  /** The track that is running, for what it says of itself. */
  get track(): MediaStreamTrack | undefined {
    const source = this.#video.srcObject;
    return source instanceof MediaStream ? source.getVideoTracks()[0] : undefined;
  }

  /** Opens the first of these cameras that there is, in place of the one that was open. */
  open(...choices: readonly CameraChoice[]): void {
    this.#choices = choices;
    this.#begin();
    void this.#open(this.#wanted.signal);
  }

  /** Watches what the page itself shows in the video. */
  follow(): void {
    this.#begin();
    this.#watch(this.#wanted.signal);
  }

  /** Turns the camera off. */
  stop(): void {
    this.#wanted.abort();
    this.#letGo();
    this.#choices = [];
  }

  #begin(): void {
    this.#wanted.abort();
    this.#letGo();
    this.#wanted = new AbortController();
    this.#trouble = undefined;
    this.#listener.asked();
  }

  async #open(signal: AbortSignal): Promise<void> {
    const opening = await this.#openFirst(signal);
    if (signal.aborted) {
      if (opening.outcome === 'open') stopStream(opening.stream);
      return;
    }
    if (opening.outcome === 'trouble') {
      this.#lose(opening.reason, signal);
      return;
    }
    const { stream, camera } = opening;
    this.#wasAllowed = true;
    this.#stream = stream;
    this.#camera = camera;
    const [track] = stream.getVideoTracks();
    track?.addEventListener('ended', () => this.#lose('camera-ended', signal), { signal });
    this.#show(stream);
    this.#watch(signal);
  }

  async #openFirst(signal: AbortSignal): Promise<CameraOpening> {
    let opening: CameraOpening = { outcome: 'trouble', reason: 'camera-not-found' };
    for (const choice of this.#choices) {
      opening = await openCamera(choice, this.#page.devices);
      const isMissing = opening.outcome === 'trouble' && opening.reason === 'camera-not-found';
      if (!isMissing || signal.aborted) break;
    }
    return opening;
  }

  #show(stream: MediaStream): void {
    const video = this.#video;
    // Without these phones open a player of their own, or do not play.
    Object.assign(video, { muted: true, playsInline: true, autoplay: true });
    video.setAttribute('playsinline', '');
    video.srcObject = stream;
    // A play that is interrupted, as by the next stream, shows no frame; frames are what is waited for.
    video.play().catch(() => undefined);
  }

  /** Tells of frames, and of there being none. */
  #watch(signal: AbortSignal): void {
    const digest = new PictureDigest();
    let picture: number | undefined;
    let [frameMs, changeMs, lookMs] = [performance.now(), performance.now(), Number.NEGATIVE_INFINITY];
    const watch = new FrameWatch(this.#video, (frame) => {
      frameMs = performance.now();
      if (frameMs - lookMs >= WATCH_MS) {
        lookMs = frameMs;
        const before = picture;
        picture = pictureOf(this.#video, digest);
        if (picture !== before) {
          changeMs = frameMs;
          if (before === undefined || this.#trouble !== undefined) this.#recover();
        }
      }
      if (this.#trouble === undefined) this.#listener.frame(frame);
    });
    const timer = setInterval(() => {
      const now = performance.now();
      // Nothing is shown in a page that is hidden.
      if (this.#page.isHidden()) [frameMs, changeMs] = [now, now];
      const track = this.track;
      if (now - frameMs > SILENT_MS && track?.readyState === 'ended') {
        // One that had ended when it was handed over says nothing more.
        if (this.#stream === undefined) this.#tell('camera-ended');
        else this.#lose('camera-ended', signal);
      }
      // Browsers give black frames of a camera that is muted, or none.
      else if (now - changeMs > SILENT_MS && track?.muted) this.#tell('camera-muted');
      else if (now - changeMs > FROZEN_MS) this.#tell('camera-frozen');
    }, WATCH_MS);
    signal.addEventListener('abort', () => {
      watch.stop();
      clearInterval(timer);
    });
  }

  #recover(): void {
    this.#trouble = undefined;
    const stream = this.#video.srcObject;
    const own = stream instanceof MediaStream ? cameraOf(stream) : { deviceId: '', label: '', facing: undefined };
    this.#listener.opened(this.#camera ?? own);
  }

  #tell(reason: CameraTrouble): void {
    if (this.#trouble === reason) return;
    this.#trouble = reason;
    this.#listener.lost(reason);
  }

  /** The camera is away: it is asked for again as soon as there is a reason to think that it is back. */
  #lose(reason: CameraTrouble, signal: AbortSignal): void {
    if (signal.aborted || this.#choices.length === 0) return;
    this.#wanted.abort();
    this.#letGo();
    this.#wanted = new AbortController();
    this.#tell(reason);
    // No camera comes to a page that cannot have one.
    if (reason !== 'camera-unavailable') void this.#retry(reason, this.#wanted.signal);
  }

  async #retry(reason: CameraTrouble, signal: AbortSignal): Promise<void> {
    const permission = await this.#page.permission();
    if (signal.aborted) return;
    // A camera that was allowed comes back by itself; who was never asked is asked only for one that is new.
    const again = (isNew: boolean) => {
      const { state = 'granted' } = permission ?? {};
      const mayAsk = (isNew || this.#wasAllowed) && state === 'prompt' && reason !== 'camera-permission-denied';
      if (ended.signal.aborted || !(state === 'granted' || mayAsk)) return;
      ended.abort();
      void this.#open(signal);
    };
    const ended = new AbortController();
    const timer = reason === 'camera-permission-denied' ? undefined : setInterval(() => again(false), RETRY_MS);
    const stop = () => clearInterval(timer);
    ended.signal.addEventListener('abort', stop);
    signal.addEventListener('abort', () => ended.abort());
    const listening = { signal: ended.signal };
    this.#page.devices?.addEventListener('devicechange', () => again(true), listening);
    // Also while it is asked for: a question that nobody answers is no reason to wait once the camera is allowed.
    const onChange = () => {
      if (permission?.state !== 'granted') again(false);
      else if (this.#stream === undefined) {
        this.#wanted.abort();
        this.#wanted = new AbortController();
        void this.#open(this.#wanted.signal);
      }
    };
    permission?.addEventListener('change', onChange, { signal });
  }

  #letGo(): void {
    if (this.#stream !== undefined) {
      stopStream(this.#stream);
      if (this.#video.srcObject === this.#stream) this.#video.srcObject = null;
    }
    this.#stream = undefined;
    this.#camera = undefined;
  }
}

/** Not a number, and so never the same, where the page may not read it: whoever looks at frames says so. */
function pictureOf(video: HTMLVideoElement, digest: PictureDigest): number {
  try {
    return digest.of(video);
  } catch {
    return Number.NaN;
  }
}
