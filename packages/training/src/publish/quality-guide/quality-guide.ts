import type { EmbedderCard } from '@face-verify/nets';
import { TEMPLATE_FACES } from '../../measure/quality/fusion-figures.ts';
import type { QualityPoint, QualityReport } from '../../measure/quality/measure-quality.ts';
import { markdownTable } from '../markdown-table.ts';
import { formatGain, formatPercent, formatPosition, formatRatio, formatShare } from './format-figure.ts';
import {
  leavingOutVerdict,
  normsVerdict,
  overallVerdict,
  seriesVerdict,
  weightingVerdict,
} from './quality-verdicts.ts';

/** The page about norms, as Markdown. */
export function qualityGuide(report: QualityReport, { id, weights }: Pick<EmbedderCard, 'id' | 'weights'>): string {
  const { faces, people, threshold, series, norms, fusion } = report;
  const parts = [
    `# What the norm tells of an image

An embedding keeps the length that it had before it was normalised, its \`norm\`
([how templates use it](../guide/templates.md#the-norm)). Does it tell how well the network sees a face?`,
    overallVerdict(series),
    [...series.map(seriesVerdict), normsVerdict(norms)].map((verdict) => `- ${verdict}`).join('\n'),
    `![Norms and matches against distance, blur, occlusion and yaw](quality.svg)

## How it was measured

\`npm run -s lab -- measure-norms ${id}\` writes this page and its picture; edit \`packages/training/src/measure/quality\`, not this
page. Weights \`${weights.sha256.slice(0, 12)}\`, ${faces} trusted crops of ${people} CelebA identities that training never saw and of whom there
are several crops.

- A **norm** is given over the mean norm of the same person's undamaged crops, so 1 is what is usual for the person.
- **Pairs** are of a crop in the condition and an undamaged one. They match from a similarity of ${threshold.toFixed(3)} on, which
  one in 1,000 undamaged pairs of two people reaches.
- **Intervals** are 95 %, by bootstrap over identities.
- Crops are aligned by their stored points, so that damage reaches the embedder alone: what it does to the detector and
  the landmarks is not in here.
- Yaw is not made but found: other photographs of the same people.
- The losses that the weights were distilled with see directions only, so that the norm was never asked to tell
  anything. Training had pictures reduced up to four times, and rectangles over up to a sixth of the face.`,
    '## In figures',
    ...series.flatMap(({ title, axis, points }) => [`### ${title}`, pointsTable(axis, points, formatPosition)]),
    '### Undamaged crops, a quarter each by norm',
    pointsTable('mean norm before division', norms, (norm) => norm.toFixed(1)),
    `## Weighted templates

Templates of ${TEMPLATE_FACES} crops of one person, some of them damaged in one of these ways, against every undamaged crop that is not
in them: TAR at a FAR of 1e-3, and what is gained over equal weights, in points of a hundred.`,
    markdownTable(
      ['damaged crops', 'equal weights', 'weighted by norm', 'gained', 'damaged left out', 'gained'],
      fusion.map(({ damagedFaces, tar, gain }) => [
        `${damagedFaces} of ${TEMPLATE_FACES}`,
        formatPercent(tar.equal),
        formatPercent(tar.norm),
        formatGain(gain.norm),
        formatPercent(tar.undamagedOnly),
        formatGain(gain.undamagedOnly),
      ]),
    ),
    weightingVerdict(fusion),
    leavingOutVerdict(fusion),
  ];
  return `${parts.join('\n\n')}\n`;
}

function pointsTable(axis: string, points: readonly QualityPoint[], format: (x: number) => string): string {
  return markdownTable(
    [axis, 'crops', 'norm', 'pairs of one person matched', 'of two people'],
    points.map(({ x, faces, relativeNorm, trueMatchRate, falseMatchRate }) => [
      format(x),
      String(faces),
      formatRatio(relativeNorm),
      formatShare(trueMatchRate),
      formatPercent(falseMatchRate, 2),
    ]),
  );
}
