import type { EmbedderCard } from '@face-verify/nets';
import type { EnrolledFigures, IdentificationFigures } from '../../measure/verification/identification-figures.ts';
import { markdownTable } from '../markdown-table.ts';
import { formatPercent, formatShare } from '../quality-guide/format-figure.ts';

/** `docs/generated/identification.md`. */
export function identificationPage(
  figures: readonly IdentificationFigures[],
  { id, weights }: Pick<EmbedderCard, 'id' | 'weights'>,
  people: number,
): string {
  const strangers = figures.map(({ gallerySize, targetFmr, expectedFpir, fpir }) => [
    String(gallerySize),
    String(targetFmr),
    formatPercent(expectedFpir, 2),
    formatShare(fpir, 2),
  ]);
  const subjects = figures.map(({ gallerySize, targetFmr, enrolled: { withoutMargin, withMargin } }) => [
    String(gallerySize),
    String(targetFmr),
    ...cellsOf(withoutMargin),
    ...cellsOf(withMargin),
    formatPercent(withMargin.undecided.value, 2),
  ]);
  return `# What identification does among people

Is the expected false positive identification rate what people get, and what becomes of those who are enrolled?

\`npm run -s lab -- measure-identification ${id}\` writes this page and its picture; edit
\`packages/training/src/measure/verification/identification-figures.ts\`, not this page. Weights \`${weights.sha256.slice(0, 12)}\`, trusted
crops of ${people} people of CelebA, none of whom was learned from, aligned by their stored points. 30 galleries are drawn
of each size, one photograph of each of its people, without the mirror image that \`enrol\` adds; everybody comes
with two others. Intervals are 95 %, by bootstrap over identities.

![Expected and measured false positive identification rates](identification.svg)

## People who are not in the gallery

Expected is 1 − (1 − FMR)^size; measured the share of their photographs with which somebody reached the threshold.

${markdownTable(['subjects', 'FMR of the threshold', 'expected FPIR', 'measured FPIR'], strangers)}

## People who are in the gallery

Shares of their photographs with which they were identified as **themselves** and as **somebody else**, with a margin of 0;
and the same **with the default margin**, with which some are **undecided**. The rest identified nobody. These are press photographs, often years
apart, and a template of one: enrolling several photographs is worth a lot.

${markdownTable(
  [
    'subjects',
    'FMR of the threshold',
    'themselves',
    'somebody else',
    'with margin: themselves',
    'somebody else',
    'undecided',
  ],
  subjects,
)}
`;
}

function cellsOf({ themselves, somebodyElse }: EnrolledFigures): string[] {
  return [formatPercent(themselves.value), formatPercent(somebodyElse.value, 2)];
}
