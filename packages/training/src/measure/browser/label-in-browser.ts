import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LandmarkerBrowser, type Progress, showProgress } from '@face-verify/headless';
import { CROP_SIZE_PX } from '../../data/crop.ts';
import type { CropReader } from '../../data/crop-reader.ts';
import { labelCrops } from '../../data/label-crops.ts';
import { LABELLED_POINTS, packDigest, toRow } from '../../data/point-labels.ts';

/**
 * Labels a pack with MediaPipe's FaceLandmarker in a headless browser.
 *
 * @param folder - of the pack; gets the labels
 * @param model - path of `face_landmarker.task`
 */
export async function labelInBrowser(folder: string, crops: CropReader, model: string): Promise<void> {
  const landmarker = await LandmarkerBrowser.start({ model, meshPoints: Object.values(LABELLED_POINTS) });
  let progress: Progress | undefined;
  try {
    await labelCrops({
      folder,
      crops,
      index: {
        pack: packDigest(folder),
        model: createHash('sha256').update(readFileSync(model)).digest('hex'),
        points: LABELLED_POINTS,
      },
      label: async (rgb) => (await landmarker.locate(rgb, CROP_SIZE_PX)).map(toRow),
      onStart: (done) => {
        progress = showProgress('crops', crops.records.length, done);
      },
      onCrop: () => progress?.advance(),
    });
  } finally {
    progress?.stop();
    await landmarker.close();
  }
}
