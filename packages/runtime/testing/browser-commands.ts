import type {} from '@vitest/browser-playwright';
import type { BrowserContext } from 'playwright';
import type { BrowserCommand } from 'vitest/node';

declare module 'vitest/browser' {
  interface BrowserCommands {
    refuseOtherOrigins(): Promise<void>;
    /** Addresses of other origins that were asked for since {@link refuseOtherOrigins}. */
    refusedRequests(): Promise<readonly string[]>;
    /** What a visitor does who clears what sites have stored: databases are closed and deleted, whoever uses them. */
    clearDatabases(): Promise<void>;
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether `/shared/` has files to serve. */
    hasShared: boolean;
  }
}

const refused = new WeakMap<BrowserContext, string[]>();

const refuseOtherOrigins: BrowserCommand<[]> = async ({ context, page }) => {
  if (refused.has(context)) return;
  const { origin } = new URL(page.url());
  const urls: string[] = [];
  refused.set(context, urls);
  await context.route(
    (url) => url.protocol.startsWith('http') && url.origin !== origin,
    (route) => {
      urls.push(route.request().url());
      return route.abort();
    },
  );
};

const refusedRequests: BrowserCommand<[]> = async ({ context }) => refused.get(context) ?? [];

const clearDatabases: BrowserCommand<[]> = async ({ context, page }) => {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
};

/** What tests ask of the browser's driver. */
export const browserCommands = { refuseOtherOrigins, refusedRequests, clearDatabases };
