import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Engine } from './engine.ts';
import { endProcess, hasVirtualDisplay, startVirtualDisplay } from './virtual-display.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** With a camera that it draws itself, and that nobody is asked for. */
const ARGUMENTS = [
  '--automation',
  '--enable-media-stream=true',
  '--enable-mock-capture-devices=true',
  '--features=-MockCaptureDevicesPrompt,-GetUserMediaRequiresFocus',
];

/** Of WebKit's engines the one that Linux has. */
export const WEBKIT: Engine = {
  name: 'WebKitGTK',
  packages: 'webkit2gtk-driver xvfb libgl1-mesa-dri',
  camera: 'user',
  isInstalled: () => existsSync(DRIVER) && existsSync(BROWSER) && hasVirtualDisplay(),
  start: async () => {
    const display = await startVirtualDisplay();
    const port = await freePort();
    const driver = spawn(DRIVER, ['-p', String(port)], {
      env: { ...process.env, ...display.environment },
      stdio: 'ignore',
    });
    const end = async () => {
      await endProcess(driver);
      await display.close();
    };
    try {
      const root = `http://127.0.0.1:${port}/session`;
      const { sessionId, capabilities } = await firstAnswer<Session>(root, {
        capabilities: {
          alwaysMatch: { 'webkitgtk:browserOptions': { binary: BROWSER, args: ARGUMENTS } },
        },
      });
      const session = `${root}/${sessionId}`;
      return {
        version: capabilities.browserVersion,
        goto: async (url) => void (await send(`${session}/url`, { url })),
        evaluate: (expression) => send(`${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
        close: async () => {
          await send(session, undefined, 'DELETE');
          await end();
        },
      };
    } catch (error) {
      await end();
      throw error;
    }
  },
};

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/** A command of WebDriver (W3C). */
async function send<Value>(url: string, body?: object, method = 'POST'): Promise<Value> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: Value };
  if (!response.ok) throw new Error(`WebDriver: ${JSON.stringify(value)}`);
  return value;
}

/** The driver listens a moment after it has started, and does not say when. */
async function firstAnswer<Value>(url: string, body: object): Promise<Value> {
  for (let tries = 0; ; tries++) {
    try {
      return await send<Value>(url, body);
    } catch (error) {
      if (!(error instanceof TypeError) || tries === 100) throw error;
      await setTimeout(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
