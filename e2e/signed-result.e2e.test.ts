import { ForeignRequests, launchChromium } from '@face-verify/headless';
import { fixturePath } from '@face-verify/testkit/node';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, startDemo } from './demo-server.ts';

let door: DemoServer;
let browser: Browser;
let page: Page;
let foreign: ForeignRequests;
/** What the page has sent to open the door. */
const sent: string[] = [];

beforeAll(async () => {
  door = await startDemo('example-signed-result');
  browser = await launchChromium();
  const context = await browser.newContext();
  foreign = await ForeignRequests.watch(context, door.origin);
  page = await context.newPage();
  page.on('request', (request) => {
    if (request.url().endsWith('/door/open')) sent.push(request.postData() ?? '');
  });
  await page.goto(door.origin);
  await page.getByText('Ready.').waitFor({ timeout: 120_000 });
});

afterAll(async () => {
  await browser.close();
  await door.stop();
  foreign.assertNone();
});

async function tryWith(probe: string): Promise<string> {
  await page.getByLabel('on file').setInputFiles(fixturePath('ada-front.jpg'));
  await page.getByLabel('of today').setInputFiles(fixturePath(probe));
  const [answered] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/door/open')),
    page.getByText('Open the door').click(),
  ]);
  await answered.finished();
  const answer = page.locator('output', { hasText: 'The door' });
  await answer.waitFor();
  return answer.innerText();
}

async function send(body: object): Promise<unknown> {
  return (await fetch(`${door.origin}/door/open`, { method: 'POST', body: JSON.stringify(body) })).json();
}

describe('the door of the example', () => {
  it('opens for a match that the device has signed and the server has checked', async () => {
    expect(await tryWith('ada-smiling.jpg')).toBe('The door is open.');
  });

  it('stays shut for somebody else, and where there is no face', async () => {
    expect(await tryWith('dieter-front.jpg')).toBe('The door stays shut: non-match.');
    expect(await tryWith('nobody.jpg')).toBe('The door stays shut: inconclusive.');
  });

  it('stays shut for what was sent before, for another attempt and in other words', async () => {
    const { member, jws, nonce } = JSON.parse(sent[0] ?? '');
    expect(await send({ member, jws, nonce })).toMatchObject({ isOpen: false });
    const challenge = async () => (await fetch(`${door.origin}/door/challenge`, { method: 'POST', body: '{}' })).json();
    const fresh = { member, ...(await challenge()) };
    expect(await send({ ...fresh, jws })).toEqual({ isOpen: false, why: 'wrong-nonce' });
    const [header, , signature] = jws.split('.');
    const payload = Buffer.from(JSON.stringify({ outcome: 'match', nonce: fresh.nonce })).toString('base64url');
    const forged = { member, ...(await challenge()), jws: [header, payload, signature].join('.') };
    expect(await send(forged)).toEqual({ isOpen: false, why: 'wrong-signature' });
  });

  it('is sent neither photograph nor template nor similarity', () => {
    for (const body of sent) {
      const { jws, ...others } = JSON.parse(body);
      expect(Object.keys(others).sort()).toEqual(['member', 'nonce']);
      const claims = JSON.parse(Buffer.from(jws.split('.')[1], 'base64url').toString());
      expect(Object.keys(claims)).not.toContain('similarity');
      expect(body.length).toBeLessThan(1200);
    }
  });
});
