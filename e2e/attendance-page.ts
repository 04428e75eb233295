import { ForeignRequests } from '@face-verify/headless';
import type { Browser, BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';

/** What libraries and browsers say on the console that is nobody's mistake. */
const CHATTER = /Lit is in dev mode|INFO: Created TensorFlow Lite|^Graph |No available adapters|GPU stall|^[IW]\d{4} /;

/** What a browser says on the console of a server that cannot be reached, has nothing yet, or was written to by another. */
const SERVER_CHATTER =
  /^Failed to load resource: net::ERR_(CONNECTION_\w+|INTERNET_DISCONNECTED|EMPTY_RESPONSE)|status of 40[49]/;

/** PouchDB's, which asks a server how far it has come and does not care whether it hears. */
const PROGRESS_UNKNOWN = 'Failed to fetch';

declare global {
  interface Window {
    /** What has moved by itself so far, as the sum of layout shifts. */
    shifted?: number;
  }
}

/** The attendance check-in on a device of its own, watched: it may ask no other origin, and may not complain. */
export class AttendancePage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #origin: string;
  readonly #foreign: ForeignRequests;
  readonly #complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page, origin: string, foreign: ForeignRequests, server?: string) {
    this.context = context;
    this.page = page;
    this.#origin = origin;
    this.#foreign = foreign;
    page.on('pageerror', ({ message }) => {
      if (server === undefined || message !== PROGRESS_UNKNOWN) this.#complaints.push(message);
    });
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warning';
      const isOfServer = server !== undefined && message.location().url.startsWith(server);
      const isExpected = isOfServer ? SERVER_CHATTER : CHATTER;
      if (isComplaint && !isExpected.test(message.text())) this.#complaints.push(message.text());
    });
  }

  /** @param server - origin of the one that the kiosks share by; it may come and go */
  static async open(browser: Browser, origin: string, server?: string): Promise<AttendancePage> {
    const context = await browser.newContext({ permissions: ['camera'], viewport: { width: 1280, height: 900 } });
    const foreign = await ForeignRequests.watch(context, origin, ...(server === undefined ? [] : [server]));
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          if (!hadRecentInput) window.shifted = (window.shifted ?? 0) + value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return new AttendancePage(context, page, origin, foreign, server);
  }

  /** Loads the app anew at a place: `people`, `person/new`. */
  async load(place: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(`${this.#origin}/attendance/#/${place}`);
  }

  /** Goes to a place without loading the app anew. */
  async go(place: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${place}`);
  }

  /** Does something with the store while the app is not open, as another day or another version would have. */
  async prepare(preparation: 'drawRecords' | 'outdateEnrolments'): Promise<void> {
    await this.page.goto(`${this.#origin}/attendance/testing/prepare/`);
    await this.page.waitForFunction(() => 'prepareStore' in window);
    await this.page.evaluate(`prepareStore('${preparation}')`);
  }

  /** Closes the device; @throws where it asked another origin or complained. */
  async close(): Promise<void> {
    await this.context.close();
    this.#foreign.assertNone();
    expect(this.#complaints).toEqual([]);
  }
}
