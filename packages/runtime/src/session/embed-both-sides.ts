import { type AlignedFace, type Embedding, fuseTemplate } from '@face-verify/core';
import type { EngineCallOptions, FaceEngine } from '../engine/face-engine.ts';
import { embedMirrored } from '../pipeline/embed-mirrored.ts';

/**
 * Embeds a face for a template: the mean of the face and its mirror image. Its norm stays the face's own, by which it is
 * weighed beside others.
 *
 * @throws {FaceVerifyError} as `FaceEngine.embed`
 */
export async function embedBothSides(
  engine: Pick<FaceEngine, 'embed'>,
  face: AlignedFace,
  options: EngineCallOptions,
): Promise<Embedding> {
  const { embedding } = await engine.embed(face, options);
  const mirrored = await embedMirrored(engine, face, options);
  return { ...fuseTemplate([embedding, mirrored]).embedding, norm: embedding.norm };
}
