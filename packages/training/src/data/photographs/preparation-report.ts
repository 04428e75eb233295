import type { PhotographEntry } from './photograph-journal.ts';

/** What became of a folder of photographs. */
export interface PreparationReport {
  readonly set: string;
  readonly photographs: number;
  readonly crops: number;
  /** Number of photographs by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** Crops of each identity by its name; 0 where none of its photographs could be used. */
  readonly identities: ReadonlyMap<string, number>;
  /** Of {@link identities}, those that are kept for validation. */
  readonly validation: ReadonlySet<string>;
}

/** What the reasons mean that need more than their name. */
const MEANINGS: Readonly<Record<string, string>> = {
  'no-face': 'the detector finds no face',
  'multiple-faces': 'a second face comes near the first in size, and is not the same person’s',
  'face-too-small': 'less than 16 px between the eyes',
  'face-cut-off': 'an eye, the nose or a corner of the mouth lies outside the picture',
  'face-too-dark': 'hardly any light on the face',
  'face-too-bright': 'much of the face is overexposed',
  'face-blurred': 'out of focus, or moved',
  'face-covered': 'something plain lies over the face or the eyes, or it is pixelated',
  'face-turned': 'turned by more than 45° to a side, or 30° up or down',
  'face-distorted': 'wider or narrower than faces are',
  'face-uncertain': 'fog, coloured light, noise, a negative, or hardly a face',
  'file-unreadable': 'the file cannot be opened',
  'image-unreadable': 'damaged, or of a kind that the browser cannot read',
  'image-too-large': 'too many bytes or pixels',
  internal: 'the browser failed on it twice',
};

/**
 * Counts the entries of a journal; the validation split is the caller's.
 *
 * @param known - identities that have a folder, though perhaps no photograph
 */
export async function countEntries(
  entries: AsyncIterable<PhotographEntry>,
  known: readonly string[],
): Promise<Pick<PreparationReport, 'photographs' | 'crops' | 'refused' | 'identities'>> {
  let [photographs, crops] = [0, 0];
  const refused: Record<string, number> = {};
  const identities = new Map(known.map((identity) => [identity, 0]));
  for await (const { identity, outcome } of entries) {
    const packed = outcome.kind === 'packed' ? 1 : 0;
    photographs++;
    crops += packed;
    if (outcome.kind === 'refused') refused[outcome.reason] = (refused[outcome.reason] ?? 0) + 1;
    if (identity !== undefined) identities.set(identity, (identities.get(identity) ?? 0) + packed);
  }
  return { photographs, crops, refused, identities };
}

/** The report in a few lines. */
export function summaryLines(report: PreparationReport): string[] {
  const { photographs, crops, refused, identities, validation } = report;
  const reasons = Object.entries(refused).sort(([, a], [, b]) => b - a);
  const refusals = reasons.map(([reason, count]) => `${count} ${reason}`).join(', ');
  const labelled = [...identities.values()].reduce((sum, count) => sum + count, 0);
  const held = [...validation].reduce((sum, identity) => sum + (identities.get(identity) ?? 0), 0);
  return [
    `${crops} of ${photographs} photographs packed${refusals ? `; refused: ${refusals}` : ''}.`,
    identities.size === 0
      ? 'No identities: the photographs lie in the folder itself.'
      : `${usable(report).length - validation.size} identities to train on (${labelled - held} crops), ` +
        `${validation.size} to validate on (${held} crops)` +
        (crops > labelled ? `, ${crops - labelled} crops of nobody named.` : '.'),
    ...warnings(report),
  ];
}

/** How often each reason came, in a table. */
export function refusalTable({ refused }: PreparationReport): string[] {
  const rows = Object.entries(refused).map(([reason, count]) => `| ${reason} | ${count} | ${MEANINGS[reason] ?? ''} |`);
  return ['| refused as | photographs | meaning |', '|---|---|---|', ...rows];
}

/** What the set cannot be used for, and why. */
function warnings(report: PreparationReport): string[] {
  const { identities, validation } = report;
  const people = usable(report);
  const without = [...identities.keys()].filter((identity) => identities.get(identity) === 0);
  const single = people.filter((identity) => identities.get(identity) === 1).length;
  return [
    ...(without.length > 0
      ? [`No usable photograph of ${plural(without.length, 'identity', 'identities')}: ${someOf(without)}.`]
      : []),
    ...(people.length === 1
      ? ['Only one identity: identity losses cannot train on this set, distillation can.']
      : people.length > 1 && validation.size === 0
        ? ['No identities kept for validation: it takes two of them, and two to train on.']
        : []),
    ...(single > 0
      ? [`${plural(single, 'identity has', 'identities have')} one crop only, and so no mated pair.`]
      : []),
  ].map((text) => `Warning: ${text}`);
}

function usable({ identities }: PreparationReport): string[] {
  return [...identities].flatMap(([identity, count]) => (count > 0 ? [identity] : []));
}

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
