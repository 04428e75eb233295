/** A camera's size, and as often as it gives frames. */
const [WIDTH_PX, HEIGHT_PX] = [640, 480];
const FRAMES_PER_SECOND = 30;

/** Somebody who stands before a camera, in a video: no frame is the picture of another one. */
export class TremblingFilm {
  readonly video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  #picture: ImageBitmap | undefined;
  #drawn = 0;

  async play(photograph: Blob): Promise<void> {
    this.#picture = await createImageBitmap(photograph);
    const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH_PX, height: HEIGHT_PX });
    const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    this.video.srcObject = canvas.captureStream(FRAMES_PER_SECOND);
    document.body.append(this.video);
    this.#draw(context);
    setInterval(() => this.#draw(context), 1000 / FRAMES_PER_SECOND);
    await this.video.play();
  }

  #draw(context: CanvasRenderingContext2D): void {
    if (this.#picture === undefined) return;
    this.#drawn++;
    const tremble = (speed: number) => Math.sin(this.#drawn * speed);
    context.fillStyle = '#9aa7b0';
    context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
    const left = (WIDTH_PX - HEIGHT_PX) / 2;
    context.drawImage(this.#picture, left + tremble(0.7), tremble(1.1), HEIGHT_PX, HEIGHT_PX);
  }
}
