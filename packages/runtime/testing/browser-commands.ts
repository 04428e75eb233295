import type {} from '@vitest/browser-playwright';
import type { BrowserContext } from 'playwright';
import type { BrowserCommand } from 'vitest/node';

declare module 'vitest/browser' {
  interface BrowserCommands {
    watchOtherOrigins(): Promise<void>;
    /** Addresses of other origins that were asked for since {@link watchOtherOrigins}, of which none has a host. */
    otherOriginsAsked(): Promise<readonly string[]>;
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

const clearDatabases: BrowserCommand<[]> = async ({ context, page }) => {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await session.detach();
};

/** Remembers every request of a browser context that would leave one origin. */
type Watch = (context: BrowserContext, origin: string) => Promise<{ readonly addresses: readonly string[] }>;

/** What tests ask of the browser's driver. */
export function browserCommands(watch: Watch) {
  const asked = new WeakMap<BrowserContext, Awaited<ReturnType<Watch>>>();
  const watchOtherOrigins: BrowserCommand<[]> = async ({ context, page }) => {
    if (!asked.has(context)) asked.set(context, await watch(context, new URL(page.url()).origin));
  };
  const otherOriginsAsked: BrowserCommand<[]> = async ({ context }) => asked.get(context)?.addresses ?? [];
  return { watchOtherOrigins, otherOriginsAsked, clearDatabases };
}
