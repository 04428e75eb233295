import type { Browser } from 'playwright';
import { beforeEach, expect, it, vi } from 'vitest';
import { launchChromium } from '../chromium/launch-chromium.ts';
import { HarnessBrowser } from './harness-browser.ts';
import { startPageServer } from './page-server.ts';
import { PhotographTokens } from './photograph-tokens.ts';

vi.mock('../chromium/launch-chromium.ts');
vi.mock('./page-server.ts');

const browser = { close: vi.fn(async () => {}) };
const server = { origin: 'http://127.0.0.1', photographs: new PhotographTokens(), close: vi.fn(async () => {}) };

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(launchChromium).mockResolvedValue(browser as unknown as Browser);
  vi.mocked(startPageServer).mockResolvedValue(server);
});

function start() {
  const options = { pageFolder: '/page', loadOptions: () => undefined };
  return HarnessBrowser.start<{ load(): Promise<void> }>(options);
}

it('the server is closed although the browser fails to close, and the failure is told', async () => {
  browser.close.mockRejectedValueOnce(new Error('The browser is stuck.'));
  const harness = await start();
  await expect(harness.close()).rejects.toThrow('The browser is stuck.');
  expect(server.close).toHaveBeenCalledOnce();
});

it('the browser is closed where the page cannot be served', async () => {
  vi.mocked(startPageServer).mockRejectedValueOnce(new Error('There is no free port.'));
  await expect(start()).rejects.toThrow('There is no free port.');
  expect(browser.close).toHaveBeenCalledOnce();
});
