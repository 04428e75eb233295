import { type AlignedFace, type Embedding, mirrorImage } from '@face-verify/core';
import type { EngineCallOptions, FaceEngine } from '../engine/face-engine.ts';

/**
 * The mirror image of a face, embedded: a second view of the same face, which templates are averaged with.
 *
 * @throws {FaceVerifyError} as `FaceEngine.embed`
 */
export async function embedMirrored(
  engine: Pick<FaceEngine, 'embed'>,
  { image, ...face }: AlignedFace,
  options?: EngineCallOptions,
): Promise<Embedding> {
  const mirrored = { ...image, data: image.data.slice() };
  mirrorImage(mirrored);
  const { embedding } = await engine.embed({ ...face, image: mirrored }, options);
  return embedding;
}
