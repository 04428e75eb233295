import type { EmbedderCard } from '@face-verify/nets';
import type { CropSplit } from '../data/crop.ts';
import type { SplitTransactions } from '../measure/browser/measure-transactions.ts';
import type { TransactionKind } from '../measure/verification/transactions.ts';
import { markdownTable } from './markdown-table.ts';
import { formatPercent, formatShare } from './quality-guide/format-figure.ts';

const SPLITS: Partial<Record<CropSplit, string>> = {
  val: '40 people with many photographs each',
  val2: '400 people with five photographs each',
};
const AGAINST = { anyone: '', similar: ' against similar strangers' } as const;
const COUNTS = ['none', 'one', 'two', 'three'];

/** `docs/generated/transactions.md`. */
export function transactionsPage(
  splits: readonly SplitTransactions[],
  { id, weights }: Pick<EmbedderCard, 'id' | 'weights'>,
): string {
  const sections = splits.map(({ split, targetFmr, against, threshold, figures }) =>
    [
      `## \`${split}\`, at the threshold for ${targetFmr}${AGAINST[against]} (${threshold})`,
      `${SPLITS[split] ?? split}.`,
      markdownTable(
        ['', 'people', 'no template', 'own person missed (FNMR)', 'strangers that match (FMR)'],
        figures.map(({ people, notEnrolled, fnmr, fmr, ...kind }) => [
          nameOf(kind),
          String(people),
          formatPercent(notEnrolled),
          formatShare(fnmr),
          `${formatPercent(fmr.value, 3)} (${fmr.interval.map((end) => (100 * end).toFixed(3)).join('–')})`,
        ]),
      ),
    ].join('\n\n'),
  );
  return `${[HEAD(id, weights.sha256), ...sections].join('\n\n')}\n`;
}

const HEAD = (id: string, sha256: string) => `# What enrolling well is worth

A threshold's false match rate is that of one photograph against one. Who enrols several photographs, or lets people
try again, decides otherwise: these are whole transactions at the same thresholds.

\`npm run -s lab -- measure-transactions ${id}\` writes this page; edit \`packages/training/src/measure/verification/transactions.ts\`,
not this page. Weights \`${sha256.slice(0, 12)}\`, trusted crops of CelebA of people never trained on, each through the whole
pipeline. For each person photographs are drawn three times; a template is made of them as they are, without the mirror
images that \`enrol\` adds, and of several attempts the most similar counts, for strangers too. Photographs that are
refused take no part. Intervals are 95 %, by bootstrap over identities.`;

function nameOf({ enrolled, attempts }: TransactionKind): string {
  const template = enrolled === 1 ? 'one photograph' : `a template of ${COUNTS[enrolled] ?? enrolled}`;
  return attempts === 1 ? `one against ${template}` : `best of ${COUNTS[attempts] ?? attempts} against ${template}`;
}
