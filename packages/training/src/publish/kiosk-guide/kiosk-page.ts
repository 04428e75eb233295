import { quantileOf } from '@face-verify/eval';
import { markdownTable } from '../markdown-table.ts';
import type { KioskMemory, MeasuredKiosk, MeasuredKioskHours, MeasuredKiosks } from './measured-kiosk.ts';

interface Place {
  /** Major version. */
  readonly chromium: string;
  readonly cores: number;
}

/** About as many rows as a page can bear; the picture has all. */
const ROWS = 10;

/** `docs/generated/kiosk.md`. */
export function kioskPage({ plain, challenged, hours }: MeasuredKioskHours, { chromium, cores }: Place): string {
  const { samples } = hours;
  const last = samples.at(-1);
  return `# How soon a kiosk greets, and what it holds

Does the [attendance check-in](../guide/attendance.md) greet within a second of a good frame, and does its memory stay flat?
Written by \`npm run -s lab -- measure-kiosk\`; edit \`packages/headless/src/kiosk\`, not this page.

## From the first good frame to the greeting

![Share of the visits that were greeted, against the time since the first frame](kiosk-greetings.svg)

${greetings({ plain, challenged })}

Times are in seconds, of those who were greeted; *noticed* is when the kiosk says that a face is there. With challenges,
people do two things that they are asked for: they begin 0.6 s after the words are on the screen, and go on until they change.

**The machine was busy**: ${cores} cores. *Load* is how many processes ran or waited to, over a minute, this one's among them; with
more than one for each core nothing is as quick as on a device of its own, and challenges run out of time:

${byLoad(plain)}

## Hours at the kiosk

![Tensors, DOM nodes, memory and processes against the people who came](kiosk-memory.svg)

${memory(samples)}

Nobody waited for hours: ${last?.visits.toLocaleString('en')} people came within ${last?.minutes.toFixed(0)} minutes, one as soon as the other had gone, without a cool-down,
so that each of them was checked in (or out) again, and what the page waits for by less than two seconds came ten times as soon; ${last?.frames.toLocaleString('en')} frames were looked at. Check-ins are kept on purpose, in IndexedDB and,
of the last days, in the page; those of the demonstration's days before are counted too. ${growth(samples)}

## How it was measured

- **The page** is the built attendance check-in in a headless Chromium ${chromium}, with the people of its demonstration and all
  its settings as they are but the cool-down and the challenges. Its engine is in its worker, networks on WebAssembly.
- **The camera** is a film, 640×480 at 30 frames a second: a wall, and from one frame to the next one of five rendered people
  before it, who tremble. The time begins with that frame. What a camera itself takes from the light to the page is not in it,
  nor is walking into the picture, during which a kiosk sees people already.
- **The greeting** counts once it is on the screen, by the right name: a greeting by another ends the measurement.
- **Memory** is measured after garbage was collected until nothing more went. *WebAssembly* is networks and detector together; *processes* is what the
  system counts as resident for the page's process and that of the GPU.
`;
}

function greetings({ plain, challenged }: MeasuredKiosks): string {
  const head = [
    '',
    'load',
    'visits',
    'greeted',
    'noticed, median',
    'greeted: quickest',
    'median',
    '90 %',
    'within a second',
    'frames, median',
  ];
  const row = (name: string, { visits, samples }: MeasuredKiosk) => {
    const greeted = visits.filter(({ shown }) => shown === 'greeting');
    const times = greeted.map(({ answeredMs }) => answeredMs);
    const soon = times.filter((ms) => ms <= 1000).length;
    return [
      name,
      loadOf(samples),
      String(visits.length),
      String(greeted.length),
      seconds(median(greeted.map(({ noticedMs }) => noticedMs))),
      seconds(Math.min(...times)),
      `**${seconds(median(times))}**`,
      `**${seconds(quantileOf(times, 0.9))}**`,
      `${((100 * soon) / visits.length).toFixed(0)} %`,
      median(greeted.map(({ frames }) => frames)).toFixed(0),
    ];
  };
  return markdownTable(head, [row('without challenges', plain), row('with two challenges', challenged)]);
}

function loadOf(samples: readonly KioskMemory[]): string {
  const loads = samples.map(({ load }) => load);
  return `${Math.min(...loads).toFixed(0)} to ${Math.max(...loads).toFixed(0)}`;
}

/** Of what grows, how much: from the first sample after the beginning, by when all is loaded, to the last. */
function growth(samples: readonly KioskMemory[]): string {
  const [from, to] = [samples[1], samples.at(-1)];
  if (from === undefined || to === undefined || to.visits === from.visits) return '';
  const each = (of: (sample: KioskMemory) => number) => (of(to) - of(from)) / (to.visits - from.visits);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return `From the second sample to the last each visit
added ${kilobytes(each(({ indexedDbBytes }) => indexedDbBytes))} to IndexedDB, ${kilobytes(each(({ pageHeapBytes }) => pageHeapBytes))} to the heap of the page, ${kilobytes(each(({ workerHeapBytes }) => workerHeapBytes))} to that of the worker, and ${each(({ listeners }) => listeners).toFixed(1)} event listeners.`;
}

/** The visits between two samples, the least busy ones first. */
function byLoad({ visits, samples }: MeasuredKiosk): string {
  const parts = samples.slice(1).map(({ load, visits: until }, i) => {
    const came = visits.slice(samples[i]?.visits, until).filter(({ shown }) => shown === 'greeting');
    const times = came.map(({ answeredMs }) => answeredMs);
    return { load, times };
  });
  const rows = parts
    .sort((a, b) => a.load - b.load)
    .map(({ load, times }) => [
      load.toFixed(1),
      String(times.length),
      seconds(Math.min(...times)),
      seconds(median(times)),
      seconds(quantileOf(times, 0.9)),
    ]);
  return markdownTable(['load', 'visits, without challenges', 'quickest', 'median', '90 %'], rows);
}

function memory(samples: readonly KioskMemory[]): string {
  const step = Math.max(1, Math.round((samples.length - 1) / ROWS));
  const rows = samples
    .filter((_, i) => i % step === 0 || i === samples.length - 1)
    .map((sample) => [
      ...[sample.visits, sample.frames, sample.checkIns, sample.tensors].map((count) => count.toLocaleString('en')),
      ...[sample.wasmBytes, sample.workerHeapBytes, sample.pageHeapBytes, sample.processBytes].map(megabytes),
      megabytes(sample.indexedDbBytes),
      ...[sample.domNodes, sample.listeners].map((count) => count.toLocaleString('en')),
    ]);
  const head = [
    'came',
    'frames',
    'check-ins',
    'tensors',
    'WebAssembly',
    'heap of the worker',
    'heap of the page',
    'processes',
  ];
  return markdownTable([...head, 'IndexedDB', 'DOM nodes', 'listeners'], rows);
}

function median(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
