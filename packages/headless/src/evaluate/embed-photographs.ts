import { embeddingCodec } from '@face-verify/core';
import type { SubjectRule } from 'face-verify';
import type { PipelineBrowser } from '../browser/pipeline-browser.ts';
import { PhotographAttempts } from '../photograph/photograph-attempts.ts';
import type { PhotographFile } from '../photograph/photograph-file.ts';
import type { EmbeddingCache, PhotographOutcome } from './embedding-cache.ts';

/**
 * Embeds each photograph once, or takes what the cache has of it. One that makes the browser fail twice is missing
 * as `internal`, which is not cached.
 *
 * @param subject - which face of each
 * @param advance - called after each photograph that was not in the cache
 * @returns outcome by path
 * @throws {FaceVerifyError} where the pipeline itself has failed, not a photograph
 */
export async function embedPhotographs(
  photographs: readonly PhotographFile[],
  pipeline: Pick<PipelineBrowser, 'capture'>,
  cache: Pick<EmbeddingCache, 'get' | 'set'>,
  subject: SubjectRule,
  advance: () => void,
): Promise<Map<string, PhotographOutcome>> {
  const outcomes = new Map<string, PhotographOutcome>();
  const attempts = new PhotographAttempts();
  for (const photograph of photographs) {
    const known = cache.get(photograph);
    if (known !== undefined) {
      outcomes.set(photograph.path, known);
      continue;
    }
    const outcome = await embed(photograph, pipeline, subject, attempts);
    if (outcome.outcome === 'captured' || outcome.reason !== 'internal') cache.set(photograph, outcome);
    outcomes.set(photograph.path, outcome);
    advance();
  }
  return outcomes;
}

async function embed(
  photograph: PhotographFile,
  pipeline: Pick<PipelineBrowser, 'capture'>,
  subject: SubjectRule,
  attempts: PhotographAttempts,
): Promise<PhotographOutcome> {
  const attempt = await attempts.run(() => pipeline.capture(photograph.path, subject));
  if (attempt.outcome === 'failed') return { outcome: 'missing', reason: attempt.reason };
  const capture = attempt.value;
  if (capture.outcome === 'inconclusive') return { outcome: 'missing', reason: capture.reason };
  return { outcome: 'captured', embedding: embeddingCodec.decode(capture.embedding) };
}
