import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FaceVerifyError } from '@face-verify/core';
import {
  decodeHalfFloats,
  type ModelCard,
  type Network,
  parseCard,
  splitParameters,
  topologyFingerprint,
} from '@face-verify/nets';

const CARD_FILE = 'card.json';

/**
 * @param id - folder name in `modelsFolder`
 * @throws {FaceVerifyError} `asset-unavailable` where there is no such model, `weights-corrupt`
 */
export function readModelCard(id: string, modelsFolder: string): ModelCard {
  let text: string;
  try {
    text = readFileSync(path.join(modelsFolder, id, CARD_FILE), 'utf8');
  } catch (cause) {
    throw new FaceVerifyError('asset-unavailable', `There is no model ${id} in models/.`, { cause });
  }
  return parseCard(JSON.parse(text));
}

/**
 * @param network - that the weights are for
 * @returns values in the order of `inferenceParameters`
 * @throws {FaceVerifyError} `topology-mismatch` where they are for another, `weights-corrupt`
 */
export function readModelWeights(
  { id, architecture, topology, weights }: ModelCard,
  network: Network,
  modelsFolder: string,
): Float32Array[] {
  const fingerprint = topologyFingerprint(network);
  if (fingerprint !== topology) {
    throw new FaceVerifyError(
      'topology-mismatch',
      `The weights of ${id} are of ${architecture}/${topology}, not of ${network.name}/${fingerprint}.`,
    );
  }
  const bytes = readFileSync(path.join(modelsFolder, id, weights.file));
  if (createHash('sha256').update(bytes).digest('hex') !== weights.sha256) {
    throw new FaceVerifyError('weights-corrupt', `The weights of ${id} are not those of its card.`);
  }
  return splitParameters(network, decodeHalfFloats(bytes));
}
