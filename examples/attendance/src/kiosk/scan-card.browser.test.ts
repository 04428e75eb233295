import encodeQr from 'qr';
import { expect, it } from 'vitest';
import { scanCards } from './scan-card.ts';

/** A video that shows a code as a card before a camera. */
async function videoOf(text: string): Promise<{ video: HTMLVideoElement; stop: () => void }> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 640, height: 480 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const modules = encodeQr(text, 'raw');
  const draw = () => {
    context.fillStyle = '#9aa7b0';
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#fff';
    context.fillRect(180, 100, 280, 280);
    context.fillStyle = '#000';
    const size = 240 / modules.length;
    modules.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (isDark) context.fillRect(200 + x * size, 120 + y * size, size + 0.5, size + 0.5);
      });
    });
  };
  const timer = setInterval(draw, 50);
  const video = document.body.appendChild(document.createElement('video'));
  Object.assign(video, { muted: true, srcObject: canvas.captureStream(20) });
  await video.play();
  return {
    video,
    stop: () => {
      clearInterval(timer);
      video.remove();
    },
  };
}

it('reads a card that is held before the camera, once', async () => {
  const { video, stop } = await videoOf('FV-CARD-1:abcdefghijklmnopqrstuv');
  const texts: string[] = [];
  const stopScan = scanCards(video, (text) => texts.push(text));
  await expect.poll(() => texts, { timeout: 20_000 }).toEqual(['FV-CARD-1:abcdefghijklmnopqrstuv']);
  await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  expect(texts).toHaveLength(1);
  stopScan();
  stop();
});
