import {
  ALIGNED_SIZE_PX,
  type AlignedFace,
  type ContractId,
  createEmbedding,
  FaceVerifyError,
} from '@face-verify/core';
import type { CallScope } from '../call-scope.ts';
import type { EmbeddedFace } from '../engine/face-engine.ts';
import type { NetworkRunner } from '../networks/network-runner.ts';
import { startLaps } from './start-laps.ts';

/** What a face is embedded with. */
export interface EmbedPipeline {
  readonly embedder: Pick<NetworkRunner, 'run'>;
  /** Of the embeddings that `embedder` makes. */
  readonly contract: ContractId;
}

/**
 * @throws {FaceVerifyError} `option-invalid` where it is no aligned face, `embedding-invalid`, or why the call is over
 */
export async function embedFace(
  { embedder, contract }: EmbedPipeline,
  { image }: Pick<AlignedFace, 'image'>,
  scope: CallScope,
): Promise<EmbeddedFace> {
  const { widthPx, heightPx, channels, data } = image;
  if (widthPx !== ALIGNED_SIZE_PX || heightPx !== widthPx || data.length !== widthPx * heightPx * channels) {
    throw new FaceVerifyError('option-invalid', 'An aligned face is 112×112 px.', { details: { widthPx, heightPx } });
  }
  scope.throwIfOver();
  const lap = startLaps();
  const raw = await embedder.run(image);
  scope.throwIfOver();
  return { embedding: createEmbedding(raw, contract), embedMs: lap() };
}
