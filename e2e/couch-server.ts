import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../examples/attendance/testing/couch-server.js', import.meta.url));

/** A server process that speaks CouchDB's protocol, and that can be killed and started again where it was. */
export class CouchServer {
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #port = 0;

  /** @param folder - keeps its data */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** E.g. `http://127.0.0.1:5984`, the same after each start. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const started = spawn(process.execPath, [SCRIPT, this.#folder, String(this.#port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = started;
    for await (const line of createInterface({ input: started.stdout })) {
      this.#port = Number(new URL(line).port);
      started.stdout.resume();
      return;
    }
    throw new Error('The server printed no address.');
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const { exitCode, signalCode } = this.#process ?? { exitCode: 0 };
    if (this.#process === undefined || exitCode !== null || signalCode != null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
