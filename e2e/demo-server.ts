import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { REPOSITORY } from '@face-verify/repository';

export interface DemoServer {
  /** As printed, e.g. `http://localhost:5173`. */
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Runs `npm start` and waits for the address that it prints.
 *
 * @param workspace - whose; default the repository's own
 */
export async function startDemo(workspace?: string): Promise<DemoServer> {
  const args = workspace === undefined ? ['start'] : ['start', '-w', workspace];
  // A group of its own, so that npm's children end with it.
  const server = spawn('npm', args, { cwd: REPOSITORY, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout })) {
    const origin = /https?:\/\/localhost:\d+/.exec(stripVTControlCharacters(line))?.[0];
    // The output is read on, so that the server never waits for a reader.
    server.stdout.resume();
    if (origin !== undefined) return { origin, stop: () => stop(server) };
  }
  throw new Error('npm start printed no address.');
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const ended = once(server, 'exit');
  process.kill(-server.pid, 'SIGTERM');
  await ended;
}
