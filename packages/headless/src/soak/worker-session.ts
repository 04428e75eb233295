import type { CDPSession } from 'playwright';

/** The debugger of a page's worker, which Playwright itself does not give. */
export class WorkerSession {
  readonly #page: CDPSession;
  readonly #worker: Promise<string>;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #calls = 0;

  private constructor(page: CDPSession) {
    this.#page = page;
    this.#worker = new Promise((resolve) => {
      page.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
        if (targetInfo.type === 'worker') resolve(sessionId);
      });
    });
    page.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
      if (id === undefined) return;
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
  }

  /** Of the first worker that the page starts. */
  static async of(page: CDPSession): Promise<WorkerSession> {
    const session = new WorkerSession(page);
    await page.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return session;
  }

  /** Bytes of its heap that are in use, after a garbage collection. */
  async usedHeap(): Promise<number> {
    await this.#send('HeapProfiler.collectGarbage');
    const { usedSize } = (await this.#send('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  }

  async #send(method: string): Promise<unknown> {
    const id = ++this.#calls;
    const answer = new Promise((resolve) => {
      this.#waiting.set(id, resolve);
    });
    await this.#page.send('Target.sendMessageToTarget', {
      sessionId: await this.#worker,
      message: JSON.stringify({ id, method }),
    });
    return answer;
  }
}
