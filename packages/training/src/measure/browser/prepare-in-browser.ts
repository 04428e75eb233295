import { alignmentTransform, applyTransform, landmarkList, scaleOf } from '@face-verify/core';
import {
  alignmentIdentity,
  type CropSummary,
  PhotographAttempts,
  PipelineBrowser,
  type Progress,
  showProgress,
  statPhotograph,
} from '@face-verify/headless';
import { CROP_BYTES, CROP_MARGIN_PX } from '../../data/crop.ts';
import type { PreparationReport } from '../../data/photographs/preparation-report.ts';
import {
  type CroppedPhotograph,
  type PreparePhotographsOptions,
  preparePhotographs,
} from '../../data/photographs/prepare-photographs.ts';

type Options = Pick<PreparePhotographsOptions, 'folder' | 'out' | 'set' | 'valShare' | 'seed'>;

/**
 * Prepares a folder of photographs with the pipeline in a headless browser.
 *
 * @param total - how many photographs there are, for the time left
 */
export async function prepareInBrowser({ total, ...options }: Options & { total: number }): Promise<PreparationReport> {
  // The embedder decides nothing here, so the results are the same on any backend but for rounding.
  const pipeline = await PipelineBrowser.start({ backend: 'wasm' });
  let progress: Progress | undefined;
  try {
    const attempts = new PhotographAttempts();
    return await preparePhotographs({
      ...options,
      maker: alignmentIdentity(await pipeline.load()),
      cropPhotograph: async ({ file }) => {
        if (statPhotograph(file) === undefined) return refused('file-unreadable');
        const attempt = await attempts.run(() => pipeline.cropFace(file, CROP_MARGIN_PX));
        return attempt.outcome === 'failed' ? refused(attempt.reason) : toCropped(attempt.value);
      },
      onStart: ({ photographs }) => {
        progress = showProgress('photographs', total, photographs);
      },
      onPhotograph: () => progress?.advance(),
    });
  } finally {
    progress?.stop();
    await pipeline.close();
  }
}

function refused(reason: string): CroppedPhotograph {
  return { outcome: { kind: 'refused', reason } };
}

function toCropped(summary: CropSummary): CroppedPhotograph {
  if (summary.outcome === 'inconclusive') return refused(summary.reason);
  const pixels = Buffer.from(summary.rgb, 'base64');
  if (pixels.length !== CROP_BYTES) throw new Error(`A crop came with ${pixels.length} bytes.`);
  const transform = alignmentTransform(summary.landmarks);
  const points = landmarkList(summary.landmarks).map((point) => {
    const { x, y } = applyTransform(transform, point);
    return [hundredths(x + CROP_MARGIN_PX), hundredths(y + CROP_MARGIN_PX)] as const;
  });
  return { outcome: { kind: 'packed', points, scale: Number(scaleOf(transform).toFixed(3)) }, pixels };
}

function hundredths(value: number): number {
  return Number(value.toFixed(2));
}
