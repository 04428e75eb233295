import type { BrowserContext } from 'playwright';

/**
 * Remembers every request of a browser context that would leave its own origins. It finds no host: {@link chromiumFlags}
 * resolve none but this machine's. Requests are only listened to, since a context whose requests are intercepted has
 * no HTTP cache and waits for the driver at each of them.
 */
export class ForeignRequests {
  /** Addresses that were asked for, without their queries, which might hold what must not be logged. */
  readonly addresses: string[] = [];

  /**
   * @param context - of which only what is asked from now on is remembered
   * @param origins - the only ones that may be asked, e.g. `http://127.0.0.1:5173`
   */
  static async watch(context: BrowserContext, ...origins: readonly string[]): Promise<ForeignRequests> {
    const watched = new ForeignRequests();
    const socketOrigins = origins.map((origin) => origin.replace(/^http/, 'ws'));
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (isNetwork(url) && !origins.includes(url.origin)) watched.#note(url);
    });
    // The browser tells of no socket whose host it does not find.
    await context.routeWebSocket(
      (url) => !socketOrigins.includes(url.origin),
      (socket) => {
        watched.#note(new URL(socket.url()));
        socket.close();
      },
    );
    return watched;
  }

  /** @throws where a request tried to leave */
  assertNone(): void {
    if (this.addresses.length > 0) throw new Error(`The page asked other origins: ${this.addresses.join(', ')}`);
  }

  #note({ origin, pathname }: URL): void {
    this.addresses.push(origin + pathname);
  }
}

/** `blob:` and `data:` addresses lead nowhere. */
function isNetwork({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}
