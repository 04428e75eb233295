import type { CaptureResult, DecisionThreshold, StageTimings, WeightsTerms } from 'face-verify';
import type { ComparisonState, SideState } from './comparison.ts';
import { FACTS } from './facts.ts';
import { part } from './find.ts';
import { formatMs, formatRate, formatSimilarity } from './format.ts';
import { SIDES } from './photograph.ts';

const STAGES: readonly (readonly [stage: keyof StageTimings, name: string])[] = [
  ['decodeMs', 'Decode'],
  ['detectMs', 'Detect the face'],
  ['pointsMs', 'Points'],
  ['alignMs', 'Align'],
  ['embedMs', 'Embed'],
];

const PERMITTED_USE: Readonly<Record<WeightsTerms['permittedUse'], string>> = {
  'non-commercial-research': 'Non-commercial research only',
  any: 'Any use',
};

/** Shows what was found in each photograph, how long each stage took, on which backend, with which model. */
export function renderDetails(root: HTMLElement, { engine, sides, verdict }: ComparisonState): void {
  const captures = SIDES.map((side) => captureOf(sides[side]));
  const found = FACTS.map(([name, describe]) =>
    row(
      name,
      captures.map((capture) => (capture && describe(capture)) ?? '–'),
    ),
  );
  part(root, 'found-rows', HTMLTableSectionElement).replaceChildren(...found);

  const timings: readonly (Partial<StageTimings> | undefined)[] = captures.map((capture) => capture?.timings);
  const stages = STAGES.map(([stage, name]) =>
    row(
      name,
      timings.map((timing) => formatMs(timing?.[stage])),
    ),
  );
  const totals = timings.map((timing) => formatMs(timing && sum(Object.values(timing))));
  const compareMs = verdict.status === 'decided' ? verdict.compareMs : undefined;
  part(root, 'stage-rows', HTMLTableSectionElement).replaceChildren(
    ...stages,
    row('Together', totals),
    row('Compare', [formatMs(compareMs)]),
  );
  if (engine.status !== 'ready') return;

  const { backend, card, threshold } = engine.verifier;
  const write = (name: string, text: string): void => {
    part(root, name, HTMLElement).textContent = text;
  };
  write('backend-requested', backend.requested);
  write('backend-running', backend.running);
  write('backend-reason', backend.reason);
  write('model-network', `${card.architecture}, ${card.dimension} dimensions`);
  write('model-threshold', threshold === undefined ? 'Not measured' : describeThreshold(threshold));
  write('model-use', PERMITTED_USE[card.terms.permittedUse]);
  write('model-terms', card.terms.text);
}

function captureOf(side: SideState): CaptureResult | undefined {
  return side.status === 'captured' ? side.capture : undefined;
}

function describeThreshold(threshold: DecisionThreshold): string {
  const similarity = formatSimilarity(threshold.similarity);
  if (threshold.fmr === 'unknown') return `${similarity}, of which nobody knows the false match rate`;
  const { fmr, fmrInterval, measuredOn } = threshold;
  const [low, high] = fmrInterval;
  return (
    `${similarity}, for a false match rate of ${formatRate(fmr)} ` +
    `(95% interval ${formatRate(low)} to ${formatRate(high)}); measured on ${measuredOn}`
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** One value stands for both photographs. */
function row(name: string, values: readonly string[]): HTMLTableRowElement {
  const element = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = name;
  const cells = values.map((value) => {
    const cell = document.createElement('td');
    cell.textContent = value;
    cell.colSpan = values.length === 1 ? 2 : 1;
    return cell;
  });
  element.append(head, ...cells);
  return element;
}
