import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** A line of `train.log.jsonl`. */
export interface LogEntry {
  readonly kind: string;
  readonly picture?: number;
  readonly [figure: string]: unknown;
}

interface Point {
  readonly picture: number;
  readonly name: string;
  readonly value: number;
}

/** What a line of each kind says that is no figure. */
const FACTS = new Set(['time', 'kind', 'step', 'picture', 'rate', 'imagesPerSecond']);

/**
 * Draws what was lowered and what was watched, over the pictures seen.
 *
 * @param entries - of one run, in order; after a crash the pictures between checkpoint and crash come twice
 * @returns an SVG document
 */
export async function drawLearningCurve(title: string, entries: readonly LogEntry[]): Promise<string> {
  const panel = (kind: string, heading: string) => ({
    title: heading,
    width: 360,
    height: 240,
    data: { values: pointsOf(entries.filter((entry) => entry.kind === kind)) },
    mark: { type: 'line', point: kind === 'validation' },
    encoding: {
      x: { field: 'picture', type: 'quantitative', title: 'pictures seen' },
      y: { field: 'value', type: 'quantitative', title: null, scale: { zero: false } },
      color: { field: 'name', type: 'nominal', title: null },
    },
  });
  const spec = {
    title,
    background: 'white',
    hconcat: [panel('step', 'Losses, means of 50 steps'), panel('validation', 'On people never trained on')],
    config: { legend: { labelLimit: 0 } },
    resolve: { scale: { color: 'independent' } },
  } as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}

function pointsOf(entries: readonly LogEntry[]): Point[] {
  return entries.flatMap(({ picture = 0, ...figures }) =>
    Object.entries(figures).flatMap(([name, value]) =>
      typeof value === 'number' && !FACTS.has(name) ? [{ picture, name, value }] : [],
    ),
  );
}
