import { readSlate } from '@face-verify/testkit';
import { createFaceVerifier, takeFrames } from 'face-verify';
import type { Enrolment, EnrolmentPage } from './page-api.ts';

const verifying = createFaceVerifier({ backend: 'wasm' });
const shots = new Map<number, ImageBitmap>();

/** The camera repeats the film, so that a shot which a busy machine missed comes again. */
async function film(shotCount: number): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
  await video.play();
  while (shots.size < shotCount) {
    for (const frame of await takeFrames(video, { count: 10, everyMs: 50 })) {
      const shot = readSlate(pixelsOf(frame));
      if (shot === undefined || shots.has(shot)) frame.close();
      else shots.set(shot, frame);
    }
  }
}

async function enrol(
  enrolled: readonly number[],
  later: readonly number[],
  linkSimilarity?: number,
): Promise<Enrolment> {
  const verifier = await verifying;
  const result = await verifier.enrol(enrolled.map(frameOf), linkSimilarity === undefined ? {} : { linkSimilarity });
  if (result.outcome === 'inconclusive') return { outcome: result.outcome, reason: result.reason };
  const { outcome, template } = result;
  const dropped = enrolled.filter((_, i) => result.dropped.includes(i));
  const comparisons = [];
  for (const shot of later) {
    const capture = await verifier.capture(frameOf(shot));
    comparisons.push(verifier.compare(capture, template));
  }
  return { outcome, faceCount: template.faceCount, dropped, comparisons };
}

function frameOf(shot: number): ImageBitmap {
  const frame = shots.get(shot);
  if (frame === undefined) throw new Error(`The film has no shot ${shot}.`);
  return frame;
}

function pixelsOf(frame: ImageBitmap) {
  const { width: widthPx, height: heightPx } = frame;
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d');
  context?.drawImage(frame, 0, 0);
  const data = context?.getImageData(0, 0, widthPx, heightPx).data ?? new Uint8ClampedArray();
  return { widthPx, heightPx, channels: 4, data } as const;
}

window.enrolmentPage = { film, enrol } satisfies EnrolmentPage;
