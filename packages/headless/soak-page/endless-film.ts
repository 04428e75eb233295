import pair from '@face-verify/testkit/fixtures/ada-and-bruno.jpg?url';
import adaFront from '@face-verify/testkit/fixtures/ada-front.jpg?url';
import adaSmiling from '@face-verify/testkit/fixtures/ada-smiling.jpg?url';
import adaTurned from '@face-verify/testkit/fixtures/ada-turned.jpg?url';
import dieterFront from '@face-verify/testkit/fixtures/dieter-front.jpg?url';
import nobody from '@face-verify/testkit/fixtures/nobody.jpg?url';

const PHOTOGRAPHS: Readonly<Record<string, string>> = {
  'ada-front.jpg': adaFront,
  'ada-smiling.jpg': adaSmiling,
  'ada-turned.jpg': adaTurned,
  'dieter-front.jpg': dieterFront,
  'ada-and-bruno.jpg': pair,
  'nobody.jpg': nobody,
};

/** Who is seen, for so many frames that are looked at: somebody comes, moves, goes, another comes, a second one joins. */
const TAKES: readonly (readonly [file: string, frames: number])[] = [
  ['ada-front.jpg', 60],
  ['ada-turned.jpg', 20],
  ['ada-smiling.jpg', 40],
  ['nobody.jpg', 20],
  ['dieter-front.jpg', 60],
  ['ada-and-bruno.jpg', 20],
];
const FILM = TAKES.flatMap(([file, frames]) => new Array<string>(frames).fill(file));

/** A camera's size, and as often as it gives frames. */
const [WIDTH_PX, HEIGHT_PX] = [640, 480];
const FRAME_MS = 16;

/** A film in a video, which goes on with every frame that somebody looks at, and trembles in between. */
export class EndlessFilm {
  readonly video = document.createElement('video');
  /** Frames that were made into a bitmap, as a session does with each that it looks at. */
  looked = 0;
  readonly #canvas = Object.assign(document.createElement('canvas'), { width: WIDTH_PX, height: HEIGHT_PX });
  readonly #pictures = new Map<string, ImageBitmap>();
  #shown = 0;
  #playing: ReturnType<typeof setInterval> | undefined;
  #onLooked: (looked: number) => void = () => {};

  async load(): Promise<void> {
    for (const [file] of TAKES) this.#pictures.set(file, await createImageBitmap(await photograph(file)));
    const make = globalThis.createImageBitmap;
    globalThis.createImageBitmap = ((source: ImageBitmapSource, ...rest: never[]) => {
      if (source === this.video) this.#onLooked(++this.looked);
      return make(source, ...rest);
    }) as typeof make;
    Object.assign(this.video, { muted: true, playsInline: true, srcObject: this.#canvas.captureStream() });
    document.body.append(this.video);
    this.#draw();
    await this.video.play();
  }

  play(onLooked: (looked: number) => void): void {
    this.#onLooked = onLooked;
    this.#playing = setInterval(() => this.#draw(), FRAME_MS);
  }

  pause(): void {
    clearInterval(this.#playing);
  }

  #draw(): void {
    const picture = this.#pictures.get(FILM[this.looked % FILM.length] as string) as ImageBitmap;
    const context = this.#canvas.getContext('2d') as CanvasRenderingContext2D;
    this.#shown++;
    const sidePx = HEIGHT_PX;
    const tremble = (speed: number) => Math.sin(this.#shown * speed);
    context.fillStyle = '#8fa6b8';
    context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
    const widthPx = (picture.width / picture.height) * sidePx;
    context.drawImage(picture, (WIDTH_PX - widthPx) / 2 + tremble(0.7), tremble(1.1), widthPx, sidePx);
  }
}

export async function photograph(file: string): Promise<Blob> {
  return (await fetch(PHOTOGRAPHS[file] as string)).blob();
}
