import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MODEL, parseCard } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';

/** All similarities at which the default model decides, against anyone and against similar people. */
export function shippedThresholds(): readonly number[] {
  const card = parseCard(JSON.parse(readFileSync(join(MODELS_FOLDER, DEFAULT_MODEL, 'card.json'), 'utf8')));
  if (card.kind !== 'embedder') throw new TypeError('The default model embeds nothing.');
  return [...card.thresholds, ...card.thresholdsAgainstSimilar].map(({ similarity }) => similarity);
}
