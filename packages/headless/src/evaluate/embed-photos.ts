import { type FaceVerifyErrorCode, toFaceVerifyError } from '@face-verify/core';
import type { PipelineBrowser } from '../browser/pipeline-browser.ts';
import type { PhotoFile } from '../photo-file.ts';
import type { EmbeddingCache, PhotoOutcome } from './embedding-cache.ts';

/** Codes that say something about the photograph, and would say it again. */
const PHOTO_CODES: readonly FaceVerifyErrorCode[] = [
  'image-unreadable',
  'image-empty',
  'image-too-large',
  'geometry-degenerate',
  'embedding-invalid',
];

/** Photographs in a row that may fail for no reason of their own before the run is given up. */
const MAX_FAILURES_IN_A_ROW = 3;

/**
 * Embeds each photograph once, or takes what the cache has of it. One that makes the browser fail twice is missing
 * as `internal`, which is not cached.
 *
 * @param advance - called after each photograph that was not in the cache
 * @returns outcome by path
 * @throws {FaceVerifyError} where the pipeline itself has failed, not a photograph
 */
export async function embedPhotos(
  photos: readonly PhotoFile[],
  pipeline: Pick<PipelineBrowser, 'capture'>,
  cache: Pick<EmbeddingCache, 'get' | 'set'>,
  advance: () => void,
): Promise<Map<string, PhotoOutcome>> {
  const outcomes = new Map<string, PhotoOutcome>();
  let failures = 0;
  for (const photo of photos) {
    const known = cache.get(photo);
    if (known !== undefined) {
      outcomes.set(photo.path, known);
      continue;
    }
    const outcome = (await attempt(pipeline, photo, failures)) ?? (await attempt(pipeline, photo, failures));
    if (outcome === undefined) failures++;
    else {
      failures = 0;
      cache.set(photo, outcome);
    }
    outcomes.set(photo.path, outcome ?? { outcome: 'missing', reason: 'internal' });
    advance();
  }
  return outcomes;
}

/** Undefined where the browser failed, which another attempt may mend. */
async function attempt(
  pipeline: Pick<PipelineBrowser, 'capture'>,
  photo: PhotoFile,
  failuresBefore: number,
): Promise<PhotoOutcome | undefined> {
  try {
    const capture = await pipeline.capture(photo.path);
    if (capture.outcome === 'inconclusive') return { outcome: 'missing', reason: capture.reason };
    return { outcome: 'captured', vector: Float32Array.from(capture.embedding.vector) };
  } catch (thrown) {
    const error = toFaceVerifyError(thrown, 'internal');
    if (PHOTO_CODES.includes(error.code)) return { outcome: 'missing', reason: error.code };
    if (error.code !== 'internal' || failuresBefore >= MAX_FAILURES_IN_A_ROW) throw error;
    return undefined;
  }
}
