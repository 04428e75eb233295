import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const XVFB = '/usr/bin/Xvfb';

/** A screen that nobody sees: Firefox and WebKitGTK draw with WebGL on nothing less. */
export interface VirtualDisplay {
  /** What a program needs to find it, and to draw on the processor. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export function hasVirtualDisplay(): boolean {
  return existsSync(XVFB);
}

export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  // It takes a number that is free, and writes it down.
  const server = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(createInterface({ input: server.stdio[3] as Readable }), 'line')) as [string];
  return {
    environment: { DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' },
    close: () => endProcess(server),
  };
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
