import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import { PHOTOGRAPHS_BYTES } from './app.ts';
import type { Consumer } from './consumer.ts';
import type { Visit } from './visit.ts';

const INTRODUCTION = `# Apps that verify

Written by \`npm run consumers\`. Each app is small, has the packed package installed by npm, is built and served as said,
and opened in a Chromium that knows nothing of it. It compares two photographs of one rendered person and two of
different people; with \`<face-verify>\` whom a filmed camera sees is compared with a photograph of hers and with one of
somebody else. Nothing was said on its console, and no other origin asked.

*First load* is all that was sent until both comparisons were done, without the photographs: the page with its scripts, the
engine, the detector and the weights. Only the server of Next.js compresses. On the second load it is the page, and the
question whether the engine is still the same: the browser keeps the rest.`;

const PAGE = join(GENERATED_PAGES, 'consumers.md');

/** Writes what came of every consumer. Of those that were not visited this time, or failed, it keeps what it said. */
export function writeConsumersPage(consumers: readonly Consumer[], visits: ReadonlyMap<Consumer, Visit>): void {
  const before = readFileSync(PAGE, 'utf8').split('\n');
  const rows = consumers.flatMap((consumer) => {
    const visit = visits.get(consumer);
    return visit ? rowOf(consumer, visit) : before.filter((line) => line.startsWith(`| ${consumer.name} |`));
  });
  const table = ['| app | with | result | engine | first load |', '|---|---|---|---|---:|', ...rows].join('\n');
  writeFileSync(PAGE, `${INTRODUCTION}\n\n${table}\n`);
}

function rowOf(
  { name, packages = {}, photographsBytes = PHOTOGRAPHS_BYTES }: Consumer,
  { result, bytes }: Visit,
): string {
  const { same, different, runsIn } = result as Readonly<Record<string, string>>;
  const versions = Object.entries(packages).map(([id, version]) => `${id} ${version}`);
  const place = runsIn === 'worker' ? 'worker' : 'where it was called';
  const megabytes = ((bytes - photographsBytes) / 1e6).toFixed(1);
  return `| ${name} | ${versions.join(', ') || '–'} | ${same}, ${different} | ${place} | ${megabytes} MB |`;
}
