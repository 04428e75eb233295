import { FaceVerifyError } from '@face-verify/core';
import { createInference, type EmbedderCard, type Inference, NETWORKS } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { readModelCard, readModelWeights } from './read-model.ts';

/** An embedder as it ships, on the engine that is running. */
export interface LoadedEmbedder {
  readonly card: EmbedderCard;
  readonly inference: Inference;
}

/**
 * @param id - folder name in `models/`
 * @param modelsFolder - another one
 * @throws {FaceVerifyError} `asset-unavailable` where there is no such embedder, `weights-corrupt`,
 *   `topology-mismatch`
 */
export function loadEmbedder(id: string, modelsFolder: string = MODELS_FOLDER): LoadedEmbedder {
  const card = readCard(id, modelsFolder);
  const network = NETWORKS[card.architecture]?.();
  if (network === undefined) {
    throw new FaceVerifyError(
      'topology-mismatch',
      `The weights of ${id} are of ${card.architecture}: no such network.`,
    );
  }
  return { card, inference: createInference(network, readModelWeights(card, network, modelsFolder)) };
}

/** @throws {FaceVerifyError} `asset-unavailable` where there is no such embedder, `weights-corrupt` */
export function readCard(id: string, modelsFolder: string = MODELS_FOLDER): EmbedderCard {
  const card = readModelCard(id, modelsFolder);
  if (card.kind !== 'embedder') throw new FaceVerifyError('asset-unavailable', `${id} is no embedder.`);
  return card;
}
