import type {} from '@vitest/browser-playwright';
import type { BrowserContext } from 'playwright';
import type { BrowserCommand } from 'vitest/node';

declare module 'vitest/browser' {
  interface BrowserCommands {
    refuseOtherOrigins(): Promise<void>;
    /** Addresses of other origins that were asked for since {@link refuseOtherOrigins}. */
    refusedRequests(): Promise<readonly string[]>;
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

/** What tests ask of the browser's driver. */
export const browserCommands = { refuseOtherOrigins, refusedRequests };
