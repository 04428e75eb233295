import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ConditionsReport, StepReport } from '../../measure/conditions/condition-report.ts';
import { conditionVerdict, MOST_FALSE_MATCHES, settledStep } from '../../measure/conditions/condition-verdict.ts';
import { refusedShare } from './conditions-guide.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008). */
const VERDICT_COLOURS = { held: '#009E73', 'not shown': '#E69F00', broken: '#D55E00' } as const;
const REFUSED_COLOUR = '#0072B2';

/** Draws a row for each step: how many strangers match, and how much is refused. @returns an SVG document */
export async function drawConditions(report: Pick<ConditionsReport, 'steps' | 'morePeople'>): Promise<string> {
  const steps = report.steps.map((step) => settledStep(step, report.morePeople));
  const names = steps.map(({ name }) => name);
  const rows = { field: 'name', type: 'nominal', sort: null, scale: { domain: names }, title: null };
  const verdict = {
    field: 'verdict',
    type: 'nominal',
    title: null,
    scale: { domain: Object.keys(VERDICT_COLOURS), range: Object.values(VERDICT_COLOURS) },
    legend: { orient: 'top' },
  };
  const panel = (text: string, width: number) => ({
    title: { text, fontSize: 13, anchor: 'start' },
    width,
    height: { step: 15 },
  });
  const labelled = { ...rows, axis: { labelLimit: 0, grid: true } };
  const matched = {
    ...panel('strangers that match, with the 95 % interval', 380),
    data: { values: steps.flatMap(matchedRow) },
    layer: [
      { mark: { type: 'rule', strokeDash: [4, 3], color: '#666' }, encoding: { x: { datum: MOST_FALSE_MATCHES } } },
      {
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { y: labelled, x: rates('low'), x2: { field: 'high' }, color: verdict },
      },
      {
        mark: { type: 'point', filled: true, size: 45, opacity: 1 },
        encoding: { y: labelled, x: rates('value'), color: verdict },
      },
    ],
  };
  const refused = {
    ...panel('photographs refused', 160),
    data: { values: steps.map((step) => ({ name: step.name, value: refusedShare(step) })) },
    mark: { type: 'bar', color: REFUSED_COLOUR },
    encoding: {
      y: { ...rows, axis: null },
      x: { field: 'value', type: 'quantitative', title: null, scale: { domain: [0, 1] }, axis: { format: '~%' } },
    },
  };
  const spec = {
    background: 'white',
    padding: 12,
    spacing: 24,
    bounds: 'flush',
    hconcat: [matched, refused],
    config: { axis: { labelFontSize: 11 } },
  } as unknown as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}

/** The root spreads the small rates, which matter most, without losing zero. */
function rates(field: string) {
  const axis = { format: '~%', values: [0, MOST_FALSE_MATCHES, 0.03, 0.1, 0.3, 0.6, 1] };
  return { field, type: 'quantitative', title: null, scale: { type: 'sqrt', domain: [0, 1] }, axis };
}

function matchedRow(step: StepReport) {
  const { pairs, errors, rate } = step.strangers;
  if (pairs === 0) return [];
  const [low, high] = rate?.interval ?? [0, 1];
  return [{ name: step.name, value: errors / pairs, low, high, verdict: conditionVerdict(step) }];
}
