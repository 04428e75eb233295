import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ModelCard, parseCard } from '@face-verify/nets';
import type { ModelCalibration } from '../measure/browser/calibrate-model.ts';
import { modelReadme } from './model-readme.ts';

/**
 * Puts thresholds into a model's card in place of those that it had, and into its README.
 *
 * @param folder - of the model
 */
export function writeThresholds(
  folder: string,
  { thresholds, refused, againstSimilar }: Omit<ModelCalibration, 'measuredOn'>,
): void {
  const file = path.join(folder, 'card.json');
  const before = parseCard(JSON.parse(readFileSync(file, 'utf8')));
  if (before.kind !== 'embedder') throw new Error(`${before.id} is no embedder.`);
  const noThresholdFor = refused.map(({ targetFmr, reason }) => ({ targetFmr, reason }));
  const card: ModelCard = {
    ...before,
    thresholds,
    thresholdsAgainstSimilar: againstSimilar?.thresholds ?? [],
    metrics: { ...before.metrics, noThresholdFor },
  };
  writeFileSync(file, `${JSON.stringify(card, null, 2)}\n`);
  writeFileSync(path.join(folder, 'README.md'), modelReadme(card));
}
