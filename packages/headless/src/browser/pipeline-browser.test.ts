import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PipelineBrowser } from './pipeline-browser.ts';

/** A page that does what the photograph's bytes say. */
const PAGE = `<script>
  let loads = 0;
  const deeds = {
    'answer': () => ({ ok: true, value: { loads } }),
    'refuse': () => ({ ok: false, error: { code: 'image-unreadable', message: 'Not an image.', details: { bytes: 6 } } }),
    'hang': () => new Promise(() => {}),
    'throw': () => { throw new Error('unforeseen'); },
    'ask another origin': async () => { await fetch('http://example.org/?secret').catch(() => {}); return deeds.answer(); },
    'open a socket': () => { new WebSocket('ws://example.org/socket'); return deeds.answer(); },
  };
  window.callHarness = async (method, [argument]) => {
    if (method === 'load') return { ok: true, value: { loads: ++loads, options: argument } };
    return deeds[await (await fetch(argument)).text()]();
  };
</script>`;

let folder: string;
const opened: PipelineBrowser[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-page-'));
  writeFileSync(join(folder, 'index.html'), PAGE);
});

afterAll(() => rmSync(folder, { recursive: true }));

afterEach(async () => {
  await Promise.allSettled(opened.splice(0).map((browser) => browser.close()));
});

async function start(callTimeoutMs = 30_000): Promise<PipelineBrowser> {
  const browser = await PipelineBrowser.start({ pageFolder: folder, callTimeoutMs });
  opened.push(browser);
  return browser;
}

function photo(deed: string): string {
  const path = join(folder, 'photo.jpg');
  writeFileSync(path, deed);
  return path;
}

describe('PipelineBrowser', { timeout: 60_000 }, () => {
  it('hands the bytes of a file to the page and gives back its answer', async () => {
    const browser = await start();
    expect(await browser.capture(photo('answer'))).toEqual({ loads: 1 });
    await expect(browser.close()).resolves.toBeUndefined();
  });

  it('gives an error of the page its code and details', async () => {
    const browser = await start();
    const error = { name: 'FaceVerifyError', code: 'image-unreadable', details: { bytes: 6 } };
    await expect(browser.capture(photo('refuse'))).rejects.toMatchObject(error);
  });

  it.each(['hang', 'throw'])('replaces a page that would %s', async (deed) => {
    const browser = await start(5_000);
    await browser.load();
    await expect(browser.capture(photo(deed))).rejects.toMatchObject({ code: 'internal' });
    expect(await browser.capture(photo('answer'))).toEqual({ loads: 1 });
  });

  it.each([
    ['ask another origin', 'http://example.org/'],
    ['open a socket', 'ws://example.org/socket'],
  ])('lets no page %s', async (deed, address) => {
    const browser = await start();
    await browser.capture(photo(deed));
    await expect(browser.close()).rejects.toThrow(`The page asked other origins: ${address}`);
  });
});
