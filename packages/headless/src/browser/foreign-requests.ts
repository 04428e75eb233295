import type { BrowserContext } from 'playwright';

/** Blocks and remembers every request of a browser context that would leave its own origins. */
export class ForeignRequests {
  /** Addresses that were asked for, without their queries, which might hold what must not be logged. */
  readonly addresses: string[] = [];

  /** @param origins - the only ones that may be asked, e.g. `http://127.0.0.1:5173` */
  static async block(context: BrowserContext, ...origins: readonly string[]): Promise<ForeignRequests> {
    const guard = new ForeignRequests();
    const socketOrigins = origins.map((origin) => origin.replace(/^http/, 'ws'));
    await context.route(
      (url) => isNetwork(url) && !origins.includes(url.origin),
      (route) => {
        guard.#note(route.request().url());
        return route.abort('blockedbyclient');
      },
    );
    await context.routeWebSocket(
      (url) => !socketOrigins.includes(url.origin),
      (socket) => {
        guard.#note(socket.url());
        socket.close();
      },
    );
    return guard;
  }

  /** @throws where a request tried to leave */
  assertNone(): void {
    if (this.addresses.length > 0) throw new Error(`The page asked other origins: ${this.addresses.join(', ')}`);
  }

  #note(address: string): void {
    const { origin, pathname } = new URL(address);
    this.addresses.push(origin + pathname);
  }
}

/** `blob:` and `data:` addresses lead nowhere. */
function isNetwork(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
