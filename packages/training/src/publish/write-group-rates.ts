import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figure } from '@face-verify/eval';
import { type ModelCard, parseCard } from '@face-verify/nets';
import type { ModelEvaluation } from '../measure/verification/model-evaluation.ts';
import { modelReadme } from './model-readme.ts';

/** The rate whose threshold decides unless a caller says otherwise. */
const TARGET_FMR = 0.001;

/**
 * Puts into a model's card, and into its README, how often two people of one apparent group reach the threshold that was
 * found on pairs of any two.
 *
 * @param folder - of the model
 * @throws {Error} where the evaluation is of other weights, or had no groups
 */
export function writeGroupRates(
  folder: string,
  { weightsSha256, impostors }: Pick<ModelEvaluation, 'weightsSha256' | 'impostors'>,
): void {
  const file = path.join(folder, 'card.json');
  const before = parseCard(JSON.parse(readFileSync(file, 'utf8')));
  if (before.weights.sha256 !== weightsSha256) throw new Error(`${before.id} has other weights than were measured.`);
  const rates = Object.entries(impostors).flatMap(([group, { falseMatches }]): [string, Figure][] => {
    const { fmr, interval } = falseMatches.find(({ targetFmr }) => targetFmr === TARGET_FMR) ?? {};
    return fmr == null || interval == null ? [] : [[group, { value: fmr, interval }]];
  });
  if (rates.length === 0) throw new Error('No group had pairs enough for a rate: evaluate with groups.');
  const counts = Object.values(impostors).map(({ crops }) => crops);
  const withinApparentGroups = {
    set: `False match rate, at the threshold for ${TARGET_FMR}, of pairs of two people within an apparent group of UTKFace (${Math.min(...counts)} to ${Math.max(...counts)} crops of each, never learned from), through the whole pipeline`,
    ...Object.fromEntries(rates),
  };
  const card: ModelCard = { ...before, metrics: { ...before.metrics, withinApparentGroups } };
  writeFileSync(file, `${JSON.stringify(card, null, 2)}\n`);
  writeFileSync(path.join(folder, 'README.md'), modelReadme(card));
}
