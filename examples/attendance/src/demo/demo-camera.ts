import type { ChallengeKind } from 'face-verify';
import type { DemoScene } from './demo-reel.ts';

const [WIDTH_PX, HEIGHT_PX] = [640, 480];
const FRAMES_PER_SECOND = 20;
/** The wall of the photographs. */
const WALL = '#9aa7b0';
/** What is cut off on each side, so that whoever trembles shows no edge. */
const MARGIN_PX = 6;
/** How far a head moves by itself from frame to frame. */
const TREMBLE_PX = 1.2;
/** Standard deviation of a pixel, of 255: of a webcam indoors. */
const NOISE = 5;
const NOISE_TILE_PX = 256;
/** Coming into the picture and leaving it. */
const STEP_MS = 700;
/** How long nobody is there. */
const GAP_MS = 1800;
/** So long somebody stays who got an answer, and who gets none. */
const STAY_MS = { answered: 2600, unanswered: 45_000 } as const;

interface ShownScene {
  readonly front: ImageBitmap;
  readonly acts: Partial<Record<ChallengeKind, ImageBitmap>>;
  readonly sinceMs: number;
  leavesMs: number;
}

/**
 * A film of rendered people in the place of a camera: one comes after the other, with gaps. It does what a session asks
 * for, so that everything can be seen where there is no camera. No two of its frames are alike, as a camera's.
 */
export class DemoCamera {
  readonly #reel: readonly DemoScene[];
  readonly #context: CanvasRenderingContext2D;
  readonly #noise: CanvasPattern;
  readonly #noiseAt = new DOMMatrix();
  readonly #stream: MediaStream;
  readonly #timer: ReturnType<typeof setInterval>;
  #next = 0;
  #scene: ShownScene | undefined;
  #emptyUntilMs: number;
  #isLoading = false;
  #isStopped = false;
  #act: ChallengeKind | undefined;

  constructor(reel: readonly DemoScene[]) {
    this.#reel = reel;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: WIDTH_PX, height: HEIGHT_PX });
    this.#context = contextOf(canvas);
    this.#noise = noisePattern(this.#context);
    this.#emptyUntilMs = performance.now() + GAP_MS;
    this.#stream = canvas.captureStream(FRAMES_PER_SECOND);
    this.#timer = setInterval(() => this.#draw(performance.now()), 1000 / FRAMES_PER_SECOND);
  }

  get stream(): MediaStream {
    return this.#stream;
  }

  /** @param act - what whoever is there does now; undefined for looking straight ahead */
  perform(act: ChallengeKind | undefined): void {
    this.#act = act;
  }

  /** Whoever is there got an answer, and leaves soon. */
  noteAnswer(): void {
    if (this.#scene !== undefined) this.#leaveAt(this.#scene, performance.now() + STAY_MS.answered);
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    for (const track of this.#stream.getTracks()) track.stop();
    this.#close();
  }

  #draw(nowMs: number): void {
    const scene = this.#scene;
    if (scene !== undefined && nowMs >= scene.leavesMs + STEP_MS) {
      this.#close();
      this.#emptyUntilMs = nowMs + GAP_MS;
    } else if (scene === undefined && nowMs >= this.#emptyUntilMs && !this.#isLoading) {
      void this.#load();
    }
    this.#context.fillStyle = WALL;
    this.#context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
    if (this.#scene !== undefined) this.#drawPerson(this.#scene, nowMs);
    this.#drawNoise();
  }

  #drawPerson({ front, acts, sinceMs, leavesMs }: ShownScene, nowMs: number): void {
    const picture = (this.#act && acts[this.#act]) ?? front;
    const outside = Math.max(1 - ease((nowMs - sinceMs) / STEP_MS), ease((nowMs - leavesMs) / STEP_MS));
    const sway = 2 * Math.sin(nowMs / 900);
    const [x, y] = [outside * WIDTH_PX + sway + tremble(), tremble()];
    const [width, height] = [WIDTH_PX + 2 * MARGIN_PX, HEIGHT_PX + 2 * MARGIN_PX];
    this.#context.drawImage(picture, x - MARGIN_PX, y - MARGIN_PX, width, height);
  }

  #drawNoise(): void {
    this.#noiseAt.e = Math.floor(Math.random() * NOISE_TILE_PX);
    this.#noiseAt.f = Math.floor(Math.random() * NOISE_TILE_PX);
    this.#noise.setTransform(this.#noiseAt);
    this.#context.fillStyle = this.#noise;
    this.#context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  }

  /** Photographs are held only while they are shown. */
  async #load(): Promise<void> {
    this.#isLoading = true;
    const { front, acts } = this.#reel[this.#next] as DemoScene;
    this.#next = (this.#next + 1) % this.#reel.length;
    const kinds = Object.keys(acts ?? {}) as ChallengeKind[];
    try {
      const [first, ...others] = await Promise.all([front, ...Object.values(acts ?? {})].map(bitmapOf));
      const sinceMs = performance.now();
      const shown = Object.fromEntries(kinds.map((kind, i) => [kind, others[i]]));
      this.#scene = { front: first as ImageBitmap, acts: shown, sinceMs, leavesMs: sinceMs + STAY_MS.unanswered };
      if (this.#isStopped) this.#close();
    } catch {
      // A photograph that does not come is left out.
      this.#emptyUntilMs = performance.now() + GAP_MS;
    } finally {
      this.#isLoading = false;
    }
  }

  #leaveAt(scene: ShownScene, atMs: number): void {
    scene.leavesMs = Math.min(scene.leavesMs, atMs);
  }

  #close(): void {
    const scene = this.#scene;
    this.#scene = undefined;
    this.#act = undefined;
    if (scene !== undefined) for (const bitmap of [scene.front, ...Object.values(scene.acts)]) bitmap.close();
  }
}

async function bitmapOf(url: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(url)).blob());
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new TypeError('The browser has no 2D canvas.');
  return context;
}

/** Grey dots, lighter and darker. */
function noisePattern(context: CanvasRenderingContext2D): CanvasPattern {
  const tile = new ImageData(NOISE_TILE_PX, NOISE_TILE_PX);
  for (let i = 0; i < tile.data.length; i += 4) {
    // The sum of three draws is near enough to a normal one.
    const offset = 2 * NOISE * (Math.random() + Math.random() + Math.random() - 1.5);
    tile.data.fill(offset > 0 ? 255 : 0, i, i + 3);
    tile.data[i + 3] = 2 * Math.abs(offset);
  }
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: NOISE_TILE_PX, height: NOISE_TILE_PX });
  canvas.getContext('2d')?.putImageData(tile, 0, 0);
  return context.createPattern(canvas, 'repeat') as CanvasPattern;
}

function tremble(): number {
  return (2 * Math.random() - 1) * TREMBLE_PX;
}

/** From 0 to 1, smoothly; held outside. */
function ease(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}
