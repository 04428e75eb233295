import decodeQr from 'qr/decode.js';

/** How often it is looked for a code. */
const EVERY_MS = 250;
/** Wide enough for a card at arm's length. */
const WIDTH_PX = 640;

/**
 * Looks for QR codes in what a video shows, until it is stopped.
 *
 * @param onText - called with each code that differs from the one before
 * @returns what stops it
 */
export function scanCards(video: HTMLVideoElement, onText: (text: string) => void): () => void {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  let before: string | undefined;
  const timer = setInterval(() => {
    const text = context === null ? undefined : readCode(video, context);
    if (text === undefined || text === before) return;
    before = text;
    onText(text);
  }, EVERY_MS);
  return () => clearInterval(timer);
}

function readCode(video: HTMLVideoElement, context: CanvasRenderingContext2D): string | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const { canvas } = context;
  const scale = Math.min(1, WIDTH_PX / videoWidth);
  const [width, height] = [Math.round(scale * videoWidth), Math.round(scale * videoHeight)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.drawImage(video, 0, 0, width, height);
  try {
    return decodeQr(context.getImageData(0, 0, width, height));
  } catch {
    // There is none in most frames.
    return undefined;
  }
}
