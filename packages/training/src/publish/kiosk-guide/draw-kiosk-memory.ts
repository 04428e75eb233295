import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { KioskMemory } from './measured-kiosk.ts';

/** Colours that also differ for colour-blind eyes (Okabe and Ito 2008). */
const MEMORIES = {
  WebAssembly: { bytes: 'wasmBytes', colour: '#0072B2' },
  'heap of the worker': { bytes: 'workerHeapBytes', colour: '#D55E00' },
  'heap of the page': { bytes: 'pageHeapBytes', colour: '#009E73' },
  IndexedDB: { bytes: 'indexedDbBytes', colour: '#CC79A7' },
} as const satisfies Record<string, { bytes: keyof KioskMemory; colour: string }>;

/** Draws what a kiosk holds against the visits. @returns an SVG document */
export async function drawKioskMemory(samples: readonly KioskMemory[]): Promise<string> {
  const memories = Object.entries(MEMORIES).flatMap(([label, { bytes }]) =>
    samples.map((sample) => ({ visits: sample.visits, label, megabytes: sample[bytes] / 1e6 })),
  );
  const counts = samples.map(({ visits, tensors, domNodes, processBytes }) => ({
    ...{ visits, tensors, domNodes },
    megabytes: processBytes / 1e6,
  }));
  const x = { field: 'visits', type: 'quantitative', title: null, axis: { format: ',d' } };
  const y = (field: string, title: string) => ({ field, type: 'quantitative', title, scale: { zero: true } });
  const mark = { type: 'line', strokeWidth: 2 };
  const panel = (height: number, encoding: object, colour = '#56B4E9') => ({
    ...{ width: 480, height, data: { values: counts } },
    mark: { ...mark, color: colour },
    encoding: { x, ...encoding },
  });
  const spec = {
    background: 'white',
    padding: 12,
    vconcat: [
      panel(70, { y: y('tensors', 'tensors') }, '#0072B2'),
      panel(70, { y: y('domNodes', 'DOM nodes') }, '#009E73'),
      {
        ...{ width: 480, height: 160, data: { values: memories }, mark },
        encoding: {
          x,
          y: y('megabytes', 'MB'),
          color: {
            field: 'label',
            type: 'nominal',
            title: null,
            scale: { domain: Object.keys(MEMORIES), range: Object.values(MEMORIES).map(({ colour }) => colour) },
            legend: { orient: 'top' },
          },
        },
      },
      panel(100, { x: { ...x, title: 'people who came to the kiosk' }, y: y('megabytes', 'processes, MB') }),
    ],
    config: { axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal' } },
  } as unknown as TopLevelSpec;
  return new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
