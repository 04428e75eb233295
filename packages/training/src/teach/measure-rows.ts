import { embeddingPairs, errorRates, subjectPairDistribution, tarAtFar, verificationFigures } from '@face-verify/eval';
import type { CropRecord } from '../data/crop.ts';
import { drawGroups } from '../data/draw-groups.ts';
import { isTrusted } from '../data/held-out-faces.ts';

/** False match rate whose threshold the groups are measured at. */
const FMR = 1e-3;
const PER_GROUP = 400;

/** How well embeddings of all crops verify. */
export interface RowsReport {
  /** On the trusted crops of the validation split, by the names that logs use. */
  readonly figures: Readonly<Record<string, number>>;
  /**
   * False match rate within each apparent group at the threshold for 1e-3 on those crops; undefined for a group without
   * pairs.
   */
  readonly falseMatches: Readonly<Record<string, number | undefined>>;
}

/** @param row - of a crop by its position; of any length */
export function measureRows(records: readonly CropRecord[], row: (crop: number) => Float32Array): RowsReport {
  const held = records.flatMap((record, crop) => (isTrusted(record) ? [{ crop, identity: record.identity }] : []));
  const pairs = embeddingPairs(
    held.map(({ crop }) => row(crop)),
    held.map(({ identity }) => identity),
  );
  const distribution = subjectPairDistribution(pairs);
  const point = tarAtFar(distribution, FMR);
  if (point.outcome !== 'measured') throw new Error('The validation split is too small for a threshold.');
  const groups = [...drawGroups(records, PER_GROUP, 1)].map(([group, crops]) => {
    const impostors = embeddingPairs(crops.map(row), crops.map(String));
    return [group, errorRates(subjectPairDistribution(impostors), point.threshold).fmr] as const;
  });
  return { figures: verificationFigures(distribution), falseMatches: Object.fromEntries(groups) };
}
