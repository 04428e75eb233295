/** A camera's size, and as often as it gives frames. */
const [WIDTH_PX, HEIGHT_PX] = [640, 480];
const FRAMES_PER_SECOND = 30;
/** The wall of the photographs. */
const WALL = '#9aa7b0';
/** What is cut off on each side, so that whoever trembles shows no edge. */
const MARGIN_PX = 4;

/** A film whose scenes are changed from outside: a wall, or somebody before it who trembles. */
export class StandingFilm {
  readonly #context: CanvasRenderingContext2D;
  readonly #pictures = new Map<string, ImageBitmap>();
  #picture: ImageBitmap | undefined;
  #drawn = 0;

  constructor() {
    const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH_PX, height: HEIGHT_PX });
    this.#context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    setInterval(() => this.#draw(), 1000 / FRAMES_PER_SECOND);
  }

  /** What a camera would give. */
  open(): MediaStream {
    return this.#context.canvas.captureStream(FRAMES_PER_SECOND);
  }

  /** @param photographs - addresses by names */
  async load(photographs: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, address] of Object.entries(photographs)) {
      this.#pictures.set(name, await createImageBitmap(await (await fetch(address)).blob()));
    }
  }

  /**
   * Changes the scene with a frame of its own.
   *
   * @param name - of a photograph that was loaded; undefined for the wall
   * @returns when that frame was there, as `performance.now()`
   */
  show(name: string | undefined): number {
    const picture = name === undefined ? undefined : this.#pictures.get(name);
    if (name !== undefined && picture === undefined) throw new Error(`There is no photograph "${name}".`);
    this.#picture = picture;
    this.#draw();
    return performance.now();
  }

  #draw(): void {
    const context = this.#context;
    this.#drawn++;
    const tremble = (speed: number) => Math.sin(this.#drawn * speed);
    context.fillStyle = WALL;
    context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
    // Even a wall has noise.
    context.fillStyle = `rgb(0 0 0 / ${0.5 + 0.5 * tremble(0.9)})`;
    context.fillRect(0, 0, 2, 2);
    if (this.#picture === undefined) return;
    const [width, height] = [WIDTH_PX + 2 * MARGIN_PX, HEIGHT_PX + 2 * MARGIN_PX];
    context.drawImage(this.#picture, tremble(0.7) - MARGIN_PX, tremble(1.1) - MARGIN_PX, width, height);
  }
}
