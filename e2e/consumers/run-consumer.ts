import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { APP_ENVIRONMENT } from './app-environment.ts';
import { serveByCommand } from './command-site.ts';
import type { Consumer } from './consumer.ts';
import { installApp } from './install.ts';
import { type Site, serveStatic } from './static-site.ts';

/** Where a consumer's page is served. */
export interface ServedPage {
  readonly url: string;
  /** Those that the page may ask. */
  readonly origins: readonly string[];
  /** By all servers so far, where they count. */
  readonly sentBytes: () => number | undefined;
  /** Ends the servers. */
  stop(): Promise<void>;
}

/** Installs, builds and serves an app, and gives its page to `use`. */
export async function runConsumer<Result>(
  consumer: Consumer,
  tarball: string,
  use: (page: ServedPage) => Promise<Result>,
): Promise<Result> {
  const { site, otherOrigin } = consumer;
  const folder = installApp(tarball, consumer.packages ?? {}, consumer.files);
  for (const line of consumer.commands ?? []) runIn(folder, line);
  if (consumer.serverBuild !== undefined) assertNoAssets(join(folder, consumer.serverBuild));
  consumer.spoil?.(folder);
  const sites: Site[] = [];
  const stop = async () => {
    for (const served of sites.splice(0)) await served.close();
  };
  try {
    const first = await ('command' in site ? serveByCommand(folder, site.command) : serveIn(folder, site));
    sites.push(first);
    if (otherOrigin) sites.push(await serveIn(folder, otherOrigin));
    const path = 'folder' in site ? (site.at ?? '/') : '/';
    const query = sites[1] ? `?assets=${sites[1].origin}/` : '';
    const counted = sites.flatMap(({ sentBytes }) => sentBytes ?? []);
    return await use({
      url: first.origin + path + query,
      origins: sites.map(({ origin }) => origin),
      sentBytes: () => (counted.length === 0 ? undefined : counted.reduce((sum, count) => sum + count(), 0)),
      stop,
    });
  } finally {
    await stop();
  }
}

function assertNoAssets(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const assets = files.filter((path) => /\.(?:wasm|tflite|bin)$/.test(path));
  if (files.length === 0 || assets.length > 0)
    throw new Error(`A server's build has ${assets.join(', ') || 'no files'}.`);
}

function serveIn(folder: string, site: Consumer['otherOrigin'] & object): Promise<Site> {
  return serveStatic(join(folder, site.folder), site);
}

function runIn(folder: string, line: string): void {
  const [program = '', ...args] = line.split(' ');
  execFileSync(join(folder, 'node_modules', '.bin', program), args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: APP_ENVIRONMENT,
  });
}
