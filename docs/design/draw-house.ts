/*
 * Draws the pictures of house.md from what imports what: `npx tsx docs/design/draw-house.ts`. With `--check` it says
 * whether they are still true.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** Packages' own tests may import more than packages do. */
const TESTS = /^(packages|examples)\/.+(\.test\.ts$|\/testing\/)/;

interface Picture {
  readonly file: string;
  /** Finds the box that a file belongs to: the first group that matches. */
  readonly box: RegExp;
  /** What is in each box. */
  readonly boxes: Readonly<Record<string, string>>;
}

type Arrow = readonly [from: string, to: string];

const PICTURES: readonly Picture[] = [
  {
    file: 'packages.svg',
    box: /^(?:packages\/([^/]+)|(examples)\/[^/]+|(e2e))\//,
    boxes: {
      core: 'nouns and arithmetic of verification',
      nets: 'every network, written once',
      eval: 'error rates, intervals, thresholds',
      runtime: 'the SDK, published as face-verify',
      headless: 'the SDK driven from a command line',
      repository: 'where things lie',
      testkit: 'rendered people, fakes, tolerances',
      training: 'makes the weights',
      examples: 'one idea each',
      e2e: 'journeys through pages and commands',
    },
  },
  {
    file: 'training-rooms.svg',
    box: /^packages\/training\/src\/([^/]+)\//,
    boxes: {
      data: 'photographs, packs, labels, sampling',
      teach: 'teachers and what they say',
      losses: 'what a network is told is wrong',
      engine: 'tfjs in Node, native kernels',
      learn: 'optimizers, tasks, the trainer',
      measure: 'verification, conditions, calibration',
      publish: 'weights, cards, pages, plots',
      recipes: 'runs, papers, series',
      commands: 'what is typed',
    },
  },
];

const STYLE = `<style>
  text { fill: #1f2328; font-family: Helvetica, Arial, sans-serif; font-size: 11.5px }
  text:first-of-type { font-size: 15px; font-weight: bold }
  .node path { fill: #eef4fb; stroke: #5b84b1 }
  .edge path { stroke: #4a6a8f; stroke-width: 1.4 } .edge polygon { stroke: #4a6a8f; fill: #4a6a8f }
  .implied path { stroke: #b6c2cf; stroke-width: 1 } .implied polygon { stroke: #b6c2cf; fill: #b6c2cf }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .node path { fill: #17222f; stroke: #6f9fd0 }
    .edge path { stroke: #9dbfe3 } .edge polygon { stroke: #9dbfe3; fill: #9dbfe3 }
    .implied path { stroke: #52677d } .implied polygon { stroke: #52677d; fill: #52677d }
  }
</style>`;

const options = await extractOptions('./.dependency-cruiser.mjs');
const { output } = await cruise(['packages', 'examples', 'e2e'], options);
const { modules } = output as ICruiseResult;
const graphviz = await Graphviz.load();
for (const picture of PICTURES) {
  const place = new URL(picture.file, import.meta.url);
  const drawn = graphviz.dot(graph(picture)).replace(/<svg[^>]*>/, `$&\n${STYLE}`);
  if (!process.argv.includes('--check')) writeFileSync(place, drawn);
  else if (readFileSync(place, 'utf8') !== drawn) {
    console.error(`docs/design/${picture.file} shows other arrows than there are: npx tsx docs/design/draw-house.ts`);
    process.exitCode = 1;
  }
}

function graph({ box, boxes }: Picture): string {
  const all = arrows(box);
  const lines = [
    ...Object.entries(boxes).map(([name, text]) => `${name} [label="${name}\\n${text}"]`),
    ...all.map(([from, to]) => `${from} -> ${to} [class="${isImplied([from, to], all) ? 'implied' : 'direct'}"]`),
  ];
  return `digraph {
    rankdir=BT bgcolor=transparent nodesep=0.3 ranksep=0.45
    node [shape=box style=rounded fontname=Helvetica fontsize=12 margin="0.25,0.12"]
    edge [arrowsize=0.7]
    ${lines.join('\n')}
  }`;
}

function arrows(box: RegExp): readonly Arrow[] {
  const boxOf = (file: string) => box.exec(file)?.slice(1).find(Boolean);
  const found = new Map<string, Arrow>();
  for (const { source, dependencies } of modules.filter(({ source }) => !TESTS.test(source))) {
    for (const { resolved } of dependencies) {
      const [from, to] = [boxOf(source), boxOf(resolved)];
      if (from && to && from !== to) found.set(`${from} ${to}`, [from, to]);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, arrow]) => arrow);
}

/** Whether other arrows lead to the same box. */
function isImplied([from, to]: Arrow, all: readonly Arrow[]): boolean {
  const nextTo = (box: string) => all.filter(([start]) => start === box).map(([, end]) => end);
  const leads = (box: string): boolean => box === to || nextTo(box).some(leads);
  return nextTo(from).some((box) => box !== to && leads(box));
}
