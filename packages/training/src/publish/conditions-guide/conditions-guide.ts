import type {
  ConditionsReport,
  DecidedPairs,
  MeasuredConditions,
  StepReport,
} from '../../measure/conditions/condition-report.ts';
import {
  type ConditionVerdict,
  conditionVerdict,
  HIGHEST_BOUND,
  MOST_FALSE_MATCHES,
  settledStep,
} from '../../measure/conditions/condition-verdict.ts';
import { markdownTable } from '../markdown-table.ts';
import { formatPercent } from '../quality-guide/format-figure.ts';

/** What the page tells. */
export interface ConditionsGuideOptions {
  readonly report: ConditionsReport;
  /** The rate that the threshold stands for. */
  readonly targetFmr: number;
  /** What the photographs are, in words. */
  readonly photographs: string;
  /** The same of those of more people. */
  readonly morePhotographs: string;
  /** The command that made this page. */
  readonly command: string;
  /** The same before something was changed, to be held beside. */
  readonly before?: ConditionsReport | undefined;
}

/** The page about conditions on both sides, as Markdown. */
export function conditionsGuide(options: ConditionsGuideOptions): string {
  const { report, targetFmr, photographs, command, before } = options;
  const { morePeople } = report;
  const verdicts = report.steps.map((step) => ({ step, verdict: conditionVerdict(settledStep(step, morePeople)) }));
  const count = (verdict: ConditionVerdict) => verdicts.filter((each) => each.verdict === verdict).length;
  const parts = [
    `# What both photographs have in common beside the person

Two photographs of a pair often come from the same camera, in the same light, cut the same way. Does the threshold still
hold its false match rate then, and does a photograph in a condition still match itself as it was?`,
    `**Of ${report.steps.length} conditions it holds in ${count('held')}, and in ${count('all refused')} nothing is decided. In \
${count('broken')} more than ${perThousand(MOST_FALSE_MATCHES)} of 1,000 pairs of strangers match; in ${count('not shown')} the \
pairs do not tell.**`,
    `![Strangers that match and photographs that are refused, in each condition](conditions.svg)

## How it was measured

\`${command}\` writes this page, its picture and conditions.json; edit \`packages/training/src/measure/conditions\`, not this
page. Weights \`${report.weights.slice(0, 12)}\`, ${photographs}: ${report.photographs} photographs of ${report.people} people.

- **Every photograph** goes through the whole shipped pipeline in a browser, treated the same way on both sides. Those of
  which it makes nothing as they are take no part.
- **Refused** are photographs, by reason. About them nothing is decided, so nothing wrong.
- **Strangers that match** and **one person missed** are shares of the pairs that were decided, at a similarity of
  ${report.threshold}, the threshold for ${perThousand(targetFmr)} in 1,000. Intervals are 95 %, by bootstrap over identities; where no error was
  seen exact binomial over pairs of people, since pictures of one person hang together.
- **Not itself** are photographs in the condition that do not match themselves as they were.
- **Held** is at most ${perThousand(MOST_FALSE_MATCHES)} in 1,000, with an interval that ends at ${formatPercent(HIGHEST_BOUND, 0)} or below;
  **broken** is an interval that begins above.${morePeople ? ' Where that is open, [more people](#more-people-where-those-do-not-tell) decide.' : ''}${describeBefore(before)}`,
    '## In figures',
    table(verdicts, before),
    ...(morePeople ? [describeMore(morePeople, options.morePhotographs), tableOfMore(morePeople)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function describeBefore(before: ConditionsReport | undefined): string {
  if (before === undefined) return '';
  return `
- **Before** any of it was refused, and before the detector looked again where it is not sure: strangers that matched at
  ${before.threshold}, and photographs refused, by weights \`${before.weights.slice(0, 12)}\`.`;
}

function describeMore({ people, photographs }: MeasuredConditions, what: string): string {
  return `## More people, where those do not tell

What the pairs above leave open is decided by more people: ${what}, ${photographs} photographs of ${people} people. Of
strangers' pairs there are so many that a small rate can be told.`;
}

function tableOfMore({ steps }: MeasuredConditions): string {
  return table(
    steps.map((step) => ({ step, verdict: conditionVerdict(step) })),
    undefined,
  );
}

function table(
  verdicts: readonly { readonly step: StepReport; readonly verdict: ConditionVerdict }[],
  before: ConditionsReport | undefined,
): string {
  const earlier = new Map(before?.steps.map((step) => [step.name, step]));
  const onlyWithBefore = (cell: string) => (before === undefined ? [] : [cell]);
  return markdownTable(
    [
      'both photographs',
      'refused',
      'strangers that match',
      ...onlyWithBefore('before'),
      'one person missed',
      'not itself',
      'promise',
    ],
    verdicts.map(({ step, verdict }) => [
      step.name,
      formatRefused(step),
      formatDecided(step.strangers),
      ...onlyWithBefore(formatBefore(earlier.get(step.name))),
      formatDecided(step.mated),
      step.ownOriginal.pairs === 0 ? '–' : `${step.ownOriginal.errors} of ${step.ownOriginal.pairs}`,
      verdict === 'broken' ? '**broken**' : verdict,
    ]),
  );
}

/** Of the photographs, in [0, 1]. */
export function refusedShare({ refused, photographs }: Pick<StepReport, 'refused' | 'photographs'>): number {
  return Object.values(refused).reduce((sum, count) => sum + count, 0) / photographs;
}

function formatRefused(step: StepReport): string {
  const byCount = Object.entries(step.refused).sort(([, a], [, b]) => b - a);
  const reasons = byCount.map(([reason, count]) => `${count} ${reason}`).join(', ');
  return reasons === '' ? '–' : `${formatPercent(refusedShare(step), 0)}: ${reasons}`;
}

function formatDecided({ pairs, errors, rate }: DecidedPairs): string {
  if (pairs === 0) return '–';
  if (rate === undefined) return `${errors} of ${pairs}`;
  const [low, high] = rate.interval.map((end) => (100 * end).toFixed(1));
  return `${formatPercent(rate.value)} (${low}–${high}) of ${pairs}`;
}

function formatBefore(step: StepReport | undefined): string {
  if (step === undefined) return '–';
  const { pairs, errors } = step.strangers;
  const refused = `${formatPercent(refusedShare(step), 0)} refused`;
  return pairs === 0 ? refused : `${formatPercent(errors / pairs)}, ${refused}`;
}

function perThousand(rate: number): string {
  return String(Number((1000 * rate).toPrecision(3)));
}
