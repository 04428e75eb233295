import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import { PHOTOGRAPHS_BYTES } from './app.ts';
import type { Consumer } from './consumer.ts';
import type { Visit } from './visit.ts';

const INTRODUCTION = `# Apps that verify

Written by \`npm run consumers\`. Each app is small, has the packed package installed by npm, is built and served as said,
and opened in a Chromium that knows nothing of it. It compares two photographs of one rendered person and two of
different people. Nothing was said on its console, and no other origin asked.

*First load* is all that was sent until both comparisons were done, without the photographs: the page with its scripts, the
engine, the detector and the weights. Only the server of Next.js compresses. On the second load it is the page, and the
question whether the engine is still the same: the browser keeps the rest.`;

/** Writes what came of every consumer. */
export function writeConsumersPage(visits: ReadonlyMap<Consumer, Visit>): void {
  const rows = [...visits].map(([{ name, packages = {} }, { result, bytes }]) => {
    const { same, different, runsIn } = result as Readonly<Record<string, string>>;
    const versions = Object.entries(packages).map(([id, version]) => `${id} ${version}`);
    const place = runsIn === 'worker' ? 'worker' : 'where it was called';
    const megabytes = ((bytes - PHOTOGRAPHS_BYTES) / 1e6).toFixed(1);
    return `| ${name} | ${versions.join(', ') || '–'} | ${same}, ${different} | ${place} | ${megabytes} MB |`;
  });
  const table = ['| app | with | result | engine | first load |', '|---|---|---|---|---:|', ...rows].join('\n');
  writeFileSync(join(GENERATED_PAGES, 'consumers.md'), `${INTRODUCTION}\n\n${table}\n`);
}
