import { embeddingCodec } from '@face-verify/core';
import type { PipelineBrowser } from '../browser/pipeline-browser.ts';
import type { PhotoFile } from '../photograph/photo-file.ts';
import { PhotographAttempts } from '../photograph/photograph-attempts.ts';
import type { EmbeddingCache, PhotoOutcome } from './embedding-cache.ts';

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
  const attempts = new PhotographAttempts();
  for (const photo of photos) {
    const known = cache.get(photo);
    if (known !== undefined) {
      outcomes.set(photo.path, known);
      continue;
    }
    const outcome = await embed(photo, pipeline, attempts);
    if (outcome.outcome === 'captured' || outcome.reason !== 'internal') cache.set(photo, outcome);
    outcomes.set(photo.path, outcome);
    advance();
  }
  return outcomes;
}

async function embed(
  photo: PhotoFile,
  pipeline: Pick<PipelineBrowser, 'capture'>,
  attempts: PhotographAttempts,
): Promise<PhotoOutcome> {
  const attempt = await attempts.run(() => pipeline.capture(photo.path));
  if (attempt.outcome === 'failed') return { outcome: 'missing', reason: attempt.reason };
  const capture = attempt.value;
  if (capture.outcome === 'inconclusive') return { outcome: 'missing', reason: capture.reason };
  return { outcome: 'captured', embedding: embeddingCodec.decode(capture.embedding) };
}
