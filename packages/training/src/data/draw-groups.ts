import { apparentGroups } from './apparent-groups.ts';
import type { CropRecord } from './crop.ts';
import { createRandom } from './random.ts';

/** Draws up to so many kept crops of each group, so that a crop serves all the groups that it was drawn for. */
export function drawGroups(
  records: readonly CropRecord[],
  perGroup: number,
  seed: number,
): ReadonlyMap<string, readonly number[]> {
  const random = createRandom(seed);
  const groups = new Map<string, { index: number; ticket: number }[]>();
  records.forEach((record, index) => {
    if (record.split !== 'groups') return;
    // One ticket for all groups of a crop, so that the draws overlap and fewer crops have to be captured.
    const ticket = random();
    for (const group of apparentGroups(record)) {
      const members = groups.get(group) ?? [];
      members.push({ index, ticket });
      groups.set(group, members);
    }
  });
  return new Map(
    [...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([group, members]) => {
        const drawn = members.sort((a, b) => a.ticket - b.ticket).slice(0, perGroup);
        return [group, drawn.map(({ index }) => index)];
      }),
  );
}
