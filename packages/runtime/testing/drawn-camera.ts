import { onTestFinished } from 'vitest';

/** A camera that is drawn: each frame in a grey of its own, as long as it runs. */
export interface DrawnCamera {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  /** Stands still from now on; or goes on. */
  freeze(isFrozen: boolean): void;
  /** Says that it is muted, and gives no frames, or black ones; or goes on. */
  mute(muted: 'without frames' | 'with black frames' | undefined): void;
}

/** @param fill - draws a frame; default: another grey each time */
function drawnCamera(fill?: (context: CanvasRenderingContext2D, frame: number) => void): DrawnCamera {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  let [frame, frozen] = [0, false];
  let muted: Parameters<DrawnCamera['mute']>[0];
  const drawing = setInterval(() => {
    if (frozen || muted === 'without frames') return;
    frame++;
    if (fill && !muted) {
      fill(context, frame);
      return;
    }
    context.fillStyle = muted ? 'black' : `rgb(${frame % 256} ${(frame * 7) % 256} ${(frame * 13) % 256})`;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }, 20);
  onTestFinished(() => clearInterval(drawing));
  const stream = canvas.captureStream();
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new Error('A canvas has no track.');
  Object.defineProperty(track, 'muted', { configurable: true, get: () => muted !== undefined });
  return {
    stream,
    track,
    freeze: (isFrozen) => {
      frozen = isFrozen;
    },
    mute: (given) => {
      muted = given;
    },
  };
}

/** Devices whose cameras are drawn; each can be asked for by its id, or by nothing. */
export class DrawnDevices extends EventTarget {
  readonly asked: MediaTrackConstraints[] = [];
  readonly opened: DrawnCamera[] = [];
  /** What `getUserMedia` ends with, where it is not a camera. */
  failure: DOMException | undefined;
  /** Ids of devices that are not there. */
  readonly missing: string[] = [];
  /** Until it settles nothing is given. */
  delay: Promise<unknown> = Promise.resolve();

  async getUserMedia({ video }: { video: MediaTrackConstraints }): Promise<MediaStream> {
    this.asked.push(video);
    await this.delay;
    if (this.failure) throw this.failure;
    const { exact } = (video.deviceId ?? {}) as { exact?: string };
    const id = exact ?? 'drawn';
    if (this.missing.includes(id)) throw new DOMException('', 'OverconstrainedError');
    const camera = drawnCamera();
    camera.track.getSettings = () => ({ deviceId: id, width: 64, height: 48, frameRate: 50 });
    Object.defineProperty(camera.track, 'label', { value: `Camera ${id}` });
    this.opened.push(camera);
    return camera.stream;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return [];
  }

  get live(): number {
    return this.opened.filter(({ track }) => track.readyState === 'live').length;
  }
}
