import { expect, onTestFinished, test, vi } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';

test('somebody who comes in sight while a face is followed is noticed before that is captured', {
  timeout: 120_000,
}, async () => {
  const load = async (name: string) => createImageBitmap(await (await fetch(`/rendered/${name}.jpg`)).blob());
  const [ada, bruno] = [await load('ada-front'), await load('bruno-front')];
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 320 });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  // In the dark Ada is followed but not captured. Nobody ever sees her in the light without Bruno, until he has gone.
  let scene: 'ada in the dark' | 'both' | 'ada' = 'ada in the dark';
  let frame = 0;
  const camera = setInterval(() => {
    context.filter = scene === 'ada in the dark' ? 'brightness(0.2)' : 'none';
    context.fillRect(0, 0, 640, 320);
    // No two pictures are the same.
    const tremble = Math.sin(0.7 * frame++);
    context.drawImage(ada, tremble, tremble, 320, 320);
    if (scene === 'both') context.drawImage(bruno, 320 + tremble, tremble, 320, 320);
  }, 20);
  onTestFinished(() => clearInterval(camera));
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: canvas.captureStream() });
  await video.play();

  const verifier = await createLocalVerifier({ backend: 'wasm' });
  onTestFinished(() => verifier.dispose());
  const session = verifier.watch(video, { mode: 'capture' });
  onTestFinished(() => session.stop());
  const reached = (state: object) => vi.waitFor(() => expect(session.state).toMatchObject(state), { timeout: 50_000 });

  await reached({ phase: 'guiding', hint: 'too-dark' });
  scene = 'both';
  await reached({ phase: 'searching', hint: 'one-person-only' });
  scene = 'ada';
  expect(await session.ended()).toMatchObject({ phase: 'done', result: { outcome: 'captured' } });
});
