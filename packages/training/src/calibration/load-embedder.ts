import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FaceVerifyError } from '@face-verify/core';
import {
  createInference,
  decodeHalfFloats,
  type EmbedderCard,
  type Inference,
  NETWORKS,
  parseCard,
  splitParameters,
  topologyFingerprint,
} from '@face-verify/nets';
import { MODELS_FOLDER } from '../data/shared-data.ts';

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
  if (network === undefined || topologyFingerprint(network) !== card.topology) {
    throw new FaceVerifyError('topology-mismatch', `The weights of ${id} belong to another network.`);
  }
  const bytes = readFileSync(path.join(modelsFolder, id, card.weights.file));
  if (createHash('sha256').update(bytes).digest('hex') !== card.weights.sha256) {
    throw new FaceVerifyError('weights-corrupt', `The weights of ${id} are not those of its card.`);
  }
  return { card, inference: createInference(network, splitParameters(network, decodeHalfFloats(bytes))) };
}

/** @throws {FaceVerifyError} `asset-unavailable` where there is no such embedder, `weights-corrupt` */
export function readCard(id: string, modelsFolder: string = MODELS_FOLDER): EmbedderCard {
  const card = parseCard(JSON.parse(readCardText(id, modelsFolder)));
  if (card.kind !== 'embedder') throw new FaceVerifyError('asset-unavailable', `${id} is no embedder.`);
  return card;
}

function readCardText(id: string, modelsFolder: string): string {
  try {
    return readFileSync(path.join(modelsFolder, id, 'card.json'), 'utf8');
  } catch (cause) {
    throw new FaceVerifyError('asset-unavailable', `There is no model ${id} in models/.`, { cause });
  }
}
