import type { Threshold } from '@face-verify/core';
import type { Figure } from '@face-verify/eval';
import type { EmbedderCard, ModelCard, WeightsTerms } from '@face-verify/nets';

const PERMITTED_USE: Readonly<Record<WeightsTerms['permittedUse'], string>> = {
  'non-commercial-research': 'For non-commercial research only; the licence of the code does not cover these weights.',
  any: 'For any use.',
};

/** A card in words and tables, for people. */
export function modelReadme(card: ModelCard): string {
  const { training } = card;
  const figures = Object.entries(card.metrics).flatMap(([name, value]) => figureTable(name, value));
  return [
    `# ${card.id}`,
    `${card.architecture}, half precision, ${(card.weights.bytes / 1e6).toFixed(2)} MB. What loading checks is in \`card.json\`.`,
    `**Terms.** ${PERMITTED_USE[card.terms.permittedUse]} ${card.terms.text}`,
    `**Data.** ${training.data}.`,
    `**Teachers.** ${training.teachers}.`,
    `**Training.** ${training.pictures} pictures in ${training.steps} steps on ${training.engine}${training.hardware ? ` (${training.hardware})` : ''}; configuration and seed are in the card.`,
    ...(training.history ? [`**History.** ${training.history}`] : []),
    `**Known weaknesses.** ${training.weaknesses}`,
    ...(card.kind === 'embedder' ? [thresholdTable(card)] : []),
    ...figures,
  ]
    .join('\n\n')
    .concat('\n');
}

function thresholdTable({ thresholds, thresholdsAgainstSimilar }: EmbedderCard): string {
  const row = (against: string) => (threshold: Threshold) => {
    const [low, high] = threshold.fmrInterval.map((rate) => rate.toPrecision(2));
    return `| ${threshold.targetFmr} | ${against} | ${threshold.similarity} | ${low} – ${high} |`;
  };
  const sets = [...new Set([...thresholds, ...thresholdsAgainstSimilar].map(({ measuredOn }) => measuredOn))];
  return [
    '## Thresholds',
    '',
    '| false match rate | against | cosine from | 95 % interval of the rate |',
    '|---|---|---|---|',
    ...thresholds.map(row('anyone')),
    ...thresholdsAgainstSimilar.map(row('similar strangers')),
    '',
    sets.length > 0 ? `Measured on ${sets.join('; and on ')}.` : 'None: the set cannot support a rate.',
  ].join('\n');
}

/** A table for each measured set; notes and lists stay in the card. */
function figureTable(name: string, metrics: unknown): string[] {
  if (typeof metrics !== 'object' || metrics === null || !('set' in metrics)) return [];
  const { set, ...figures } = metrics as { set: string } & Record<string, number | Figure>;
  const rows = Object.entries(figures).map(([figure, value]) =>
    typeof value === 'number'
      ? `| ${figure} | ${value.toFixed(4)} | |`
      : `| ${figure} | ${value.value.toFixed(4)} | ${value.interval.map((end) => end.toFixed(4)).join(' – ')} |`,
  );
  return [`## ${name}`, `${set}.`, ['| figure | value | 95 % interval |', '|---|---|---|', ...rows].join('\n')];
}
