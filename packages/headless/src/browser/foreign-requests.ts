import type { BrowserContext } from 'playwright';

/** Blocks and remembers every request of a browser context that would leave one origin. */
export class ForeignRequests {
  /** Addresses that were asked for, without their queries, which might hold what must not be logged. */
  readonly addresses: string[] = [];

  /** @param origin - the only one that may be asked, e.g. `http://127.0.0.1:5173` */
  static async block(context: BrowserContext, origin: string): Promise<ForeignRequests> {
    const guard = new ForeignRequests();
    const socketOrigin = origin.replace(/^http/, 'ws');
    await context.route(
      (url) => isNetwork(url) && url.origin !== origin,
      (route) => {
        guard.#note(route.request().url());
        return route.abort('blockedbyclient');
      },
    );
    await context.routeWebSocket(
      (url) => url.origin !== socketOrigin,
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
