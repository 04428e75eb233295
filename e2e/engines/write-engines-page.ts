import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import type { EngineReading } from './engine-reading.ts';

/** What came of one browser. */
export interface TriedEngine {
  readonly name: string;
  readonly version: string;
  readonly reading: EngineReading;
  /** Of the page that compares two photographs. */
  readonly startPage: string;
}

const INTRODUCTION = `# Browsers of three makes

Written by \`npm run engines\`, which skips what is not installed. Each browser opens the same page: it asks \`checkSupport\`,
verifies two photographs of one rendered person and two of different people with the options that are the defaults, and
puts the element into the page, starts it before a camera of the browser's own making and cancels it; then it opens the page that compares two photographs. Similarities have to be those of
Chromium to a thousandth.

*Lacks* is what \`checkSupport\` names, in bold what nothing can do without. WebGPU is lacking everywhere on this machine,
which has no GPU. WebKitGTK has no WebGL in an OffscreenCanvas, so that the engine runs in the page itself; Safari has it
from version 17 on, and was not tried.`;

const COLUMNS = ['browser', 'lacks', 'engine', 'same person', 'different people', 'the element tells', 'start page'];

export function writeEnginesPage(tried: readonly TriedEngine[]): void {
  const rows = tried.map(({ name, version, reading, startPage }) => [
    `${name} ${version}`,
    reading.missing.map(({ feature, required }) => (required ? `**${feature}**` : feature)).join(', ') || '–',
    ...('code' in reading.verification
      ? ['–', `\`${reading.verification.code}\``, '–']
      : [
          `${reading.verification.runsIn === 'worker' ? 'worker' : 'page'}, ${reading.verification.backend}`,
          reading.verification.same.toFixed(3),
          reading.verification.different.toFixed(3),
        ]),
    reading.element.join(', '),
    startPage,
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n');
  writeFileSync(join(GENERATED_PAGES, 'engines.md'), `${INTRODUCTION}\n\n${table}\n`);
}
