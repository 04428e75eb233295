import { afterEach, expect, it } from 'vitest';
import { DemoCamera } from './demo-camera.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };

let camera: DemoCamera | undefined;
let video: HTMLVideoElement;

afterEach(() => {
  camera?.stop();
  video.remove();
});

/** A photograph of one colour. */
async function plain(colour: string): Promise<string> {
  const canvas = new OffscreenCanvas(48, 36);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = colour;
  context.fillRect(0, 0, 48, 36);
  return URL.createObjectURL(await canvas.convertToBlob());
}

async function play(): Promise<void> {
  const other = await plain('#00ff00');
  const acts = { blink: other, 'open-mouth': await plain('#0000ff'), 'turn-left': other, 'turn-right': other };
  camera = new DemoCamera([{ front: await plain('#ff0000'), acts }]);
  video = document.body.appendChild(document.createElement('video'));
  Object.assign(video, { muted: true, srcObject: camera.stream });
  await video.play();
}

function pixels(): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(video, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Which of red, green and blue the middle of the picture is; the wall is none. */
function middle(): string {
  const data = pixels();
  const at = 4 * (video.videoWidth * (video.videoHeight / 2) + video.videoWidth / 2);
  const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 100) return 'wall';
  return red > 128 ? 'red' : green > 128 ? 'green' : 'blue';
}

it('somebody comes, does as asked, and leaves once there is an answer', async () => {
  await play();
  expect(middle()).toBe('wall');
  await expect.poll(middle, PATIENCE).toBe('red');
  camera?.perform('open-mouth');
  await expect.poll(middle, PATIENCE).toBe('blue');
  camera?.perform(undefined);
  await expect.poll(middle, PATIENCE).toBe('red');
  camera?.noteAnswer();
  await expect.poll(middle, PATIENCE).toBe('wall');
});

it('no two frames are alike, and none is shown after the end', async () => {
  await play();
  const first = pixels();
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  const second = pixels();
  expect(second.length).toBe(first.length);
  expect(second.every((value, i) => value === first[i])).toBe(false);
  const [track] = camera?.stream.getVideoTracks() ?? [];
  camera?.stop();
  expect(track?.readyState).toBe('ended');
});
