import type { CropRecord } from '../crop.ts';

/** A subject as a class: its crops, by their position in the pack. */
export interface LabelledClass {
  readonly identity: string;
  readonly crops: readonly number[];
}

export interface LabelledData {
  /** Sets of the pack that are drawn from; default all. */
  readonly sets?: readonly string[];
  /** Identities with fewer trusted crops are left out (the long tail); default 1. */
  readonly minimumCrops?: number;
}

/**
 * The training crops whose identity is known and trusted, one class for each identity, in the order of the names, so
 * that a class has the same number in every run.
 *
 * @throws {Error} where fewer than two classes are left
 */
export function labelledClasses(
  records: readonly CropRecord[],
  { sets, minimumCrops = 1 }: LabelledData,
): readonly LabelledClass[] {
  const crops = new Map<string, number[]>();
  records.forEach(({ set, split, identity, suspect }, i) => {
    if (identity === undefined || split !== 'train' || suspect || (sets && !sets.includes(set))) return;
    const known = crops.get(identity);
    if (known) known.push(i);
    else crops.set(identity, [i]);
  });
  const classes = [...crops]
    .filter(([, own]) => own.length >= minimumCrops)
    .map(([identity, own]) => ({ identity, crops: own }))
    .sort((a, b) => (a.identity < b.identity ? -1 : 1));
  if (classes.length < 2) {
    throw new Error(`Identities to tell apart: ${classes.length}, with at least ${minimumCrops} trusted crops each.`);
  }
  return classes;
}
