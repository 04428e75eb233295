import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { APP_ENVIRONMENT } from './app-environment.ts';
import type { Site } from './static-site.ts';

/** Runs a server's command in an app's folder, and waits for the address that it prints. */
export async function serveByCommand(folder: string, line: string): Promise<Site> {
  const [program = '', ...args] = line.split(' ');
  // A group of its own, so that its children end with it.
  const server = spawn(`./node_modules/.bin/${program}`, args, {
    cwd: folder,
    env: APP_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    if (server.pid === undefined || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    process.kill(-server.pid, 'SIGTERM');
    await ended;
  };
  for await (const line of createInterface({ input: server.stdout })) {
    const [, port] = /https?:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(stripVTControlCharacters(line)) ?? [];
    // The output is read on, so that the server never waits for a reader.
    server.stdout.resume();
    if (port !== undefined) return { origin: `http://127.0.0.1:${port}`, close };
  }
  throw new Error(`${program} printed no address.`);
}
