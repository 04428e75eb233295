import { launchChromium } from '@face-verify/headless';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { INSECURE_HOST, MISTAKES, WORKERLESS } from './mistakes.ts';
import { runConsumer } from './run-consumer.ts';
import { visit } from './visit.ts';

let browser: Browser;

beforeAll(async () => {
  const rules = `MAP ${INSECURE_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  browser = await launchChromium({ flags: [`--host-resolver-rules=${rules}`] });
});
afterAll(() => browser.close());

test.for(MISTAKES.map((mistake) => [mistake.consumer.name, mistake] as const))(
  '%s: is told with what to do',
  async ([, { consumer, code, told, host = '127.0.0.1' }]) => {
    const { result } = await runConsumer(consumer, inject('tarball'), ({ url, ...page }) =>
      visit(browser, { ...page, url: url.replace('127.0.0.1', host) }),
    );
    expect(result).toMatchObject({ code });
    for (const words of told) expect(result).toHaveProperty('error', expect.stringContaining(words));
  },
);

test.for(WORKERLESS.map((consumer) => [consumer.name, consumer] as const))(
  '%s: the engine runs in the page',
  async ([, consumer]) => {
    const { result } = await runConsumer(consumer, inject('tarball'), (page) => visit(browser, page));
    expect(result).toEqual(consumer.result);
  },
);
