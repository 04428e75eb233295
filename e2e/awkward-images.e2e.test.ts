import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distance, landmarkList, type Point } from '@face-verify/core';
import { type CaptureSummary, PipelineBrowser } from '@face-verify/headless';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AwkwardImage, writeAwkwardImage } from './awkward-images.ts';

/** Bounded time: enough for 40 megapixels on a busy machine, too little for what hangs. */
const CALL_TIMEOUT_MS = 60_000;

let folder: string;
let pipeline: PipelineBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-awkward-'));
  pipeline = await PipelineBrowser.start({ backend: 'wasm', callTimeoutMs: CALL_TIMEOUT_MS });
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await pipeline.close();
});

async function capture(name: AwkwardImage): Promise<CaptureSummary> {
  return pipeline.capture(await writeAwkwardImage(folder, name));
}

/** Farthest that a landmark lies from the same one of another capture, in pixels. */
function largestShift(capture: CaptureSummary, other: CaptureSummary): number {
  const points = [capture, other].map((each) => (each.outcome === 'captured' ? landmarkList(each.landmarks) : []));
  const [these = [], those = []] = points;
  expect(these).toHaveLength(5);
  return Math.max(...these.map((point, i) => distance(point, those[i] as Point)));
}

describe('awkward images', () => {
  it.each<[AwkwardImage, string]>([
    ['empty.jpg', 'image-empty'],
    ['no-pixels.png', 'image-empty'],
    ['iphone.heic', 'image-unreadable'],
    ['page.jpg', 'image-unreadable'],
    ['truncated.jpg', 'image-unreadable'],
  ])('%s is refused as %s', async (name, code) => {
    await expect(capture(name)).rejects.toMatchObject({ name: 'FaceVerifyError', code });
  });

  it.each<AwkwardImage>(['one-pixel.png', 'very-wide.png'])('%s has no face', async (name) => {
    expect(await capture(name)).toMatchObject({ outcome: 'inconclusive', reason: 'no-face' });
  });

  it('a photograph turned by EXIF has the landmarks of the upright one', async () => {
    expect(largestShift(await capture('turned-by-exif.jpg'), await capture('upright.jpg'))).toBeLessThan(2);
  });

  it.each<AwkwardImage>(['transparent.png', 'grey.jpg', 'cmyk.jpg', 'animated.gif'])(
    '%s shows the face where the upright photograph does',
    async (name) => {
      // Other colours, so not the same landmarks to the pixel: an eighth of the 84 px between the eyes.
      expect(largestShift(await capture(name), await capture('upright.jpg'))).toBeLessThan(10.5);
    },
  );

  it('40 megapixels give one aligned face', async () => {
    const alignedSize = { widthPx: 112, heightPx: 112 };
    expect(await capture('40-megapixels.jpg')).toMatchObject({ outcome: 'captured', alignedSize });
  });
});
