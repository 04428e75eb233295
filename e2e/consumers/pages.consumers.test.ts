import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { VERIFIED } from './app.ts';
import { BUNDLED_PAGES } from './bundled-pages.ts';
import { serveByCommand } from './command-site.ts';
import type { Consumer } from './consumer.ts';
import { installApp } from './install.ts';
import { PLAIN_PAGES } from './plain-pages.ts';
import { type Site, serveStatic } from './static-site.ts';
import { visit } from './visit.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const CONSUMERS = new Map([...PLAIN_PAGES, ...BUNDLED_PAGES].map((consumer) => [consumer.name, consumer]));

test.for([...CONSUMERS.keys()])('%s verifies, in silence, and asks nobody else', async (name, { task }) => {
  const consumer = CONSUMERS.get(name) as Consumer;
  const folder = installApp(inject('tarball'), consumer.packages ?? {}, consumer.files);
  for (const line of consumer.commands ?? []) runIn(folder, line);
  const sites = await serve(folder, consumer);
  try {
    const [site, other] = sites;
    const url = site.origin + at(consumer) + (other ? `?assets=${other.origin}/` : '');
    const visited = await visit(
      browser,
      url,
      sites.map(({ origin }) => origin),
    );
    const said = visited.said.filter((line) => !consumer.chatter?.test(line));
    expect({ ...visited, said }).toEqual({
      result: consumer.result ?? VERIFIED,
      said: [],
      foreign: [],
      bytes: expect.any(Number),
    });
    Object.assign(task.meta, { bytes: visited.bytes });
  } finally {
    for (const site of sites) await site.close();
  }
});

function runIn(folder: string, line: string): void {
  const [program = '', ...args] = line.split(' ');
  execFileSync(join(folder, 'node_modules', '.bin', program), args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', PARCEL_WORKERS: '0' },
  });
}

async function serve(folder: string, { site, otherOrigin }: Consumer): Promise<[Site, ...Site[]]> {
  const first =
    'command' in site
      ? await serveByCommand(folder, site.command.split(' '))
      : await serveStatic(join(folder, site.folder), site);
  return otherOrigin ? [first, await serveStatic(join(folder, otherOrigin.folder), otherOrigin)] : [first];
}

const at = ({ site }: Consumer): string => ('folder' in site && site.at) || '/';
