import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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
let browser: PipelineBrowser;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-page-'));
  writeFileSync(join(folder, 'index.html'), PAGE);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** @param callTimeoutMs - long enough to load the page on a busy machine, short enough to wait for what hangs */
async function start(callTimeoutMs = 5_000): Promise<PipelineBrowser> {
  return PipelineBrowser.start({ pageFolder: folder, callTimeoutMs });
}

function photograph(deed: string): string {
  const path = join(folder, 'photograph.jpg');
  writeFileSync(path, deed);
  return path;
}

describe('PipelineBrowser', () => {
  beforeAll(async () => {
    browser = await start();
  });

  afterAll(() => browser.close());

  beforeEach(() => browser.load());

  it('hands the bytes of a file to the page and gives back its answer', async () => {
    expect(await browser.capture(photograph('answer'))).toEqual({ loads: 1 });
  });

  it('gives an error of the page its code and details', async () => {
    const error = { name: 'FaceVerifyError', code: 'image-unreadable', details: { bytes: 6 } };
    await expect(browser.capture(photograph('refuse'))).rejects.toMatchObject(error);
  });

  it.each(['hang', 'throw'])('replaces a page that would %s', async (deed) => {
    await expect(browser.capture(photograph(deed))).rejects.toMatchObject({ code: 'internal' });
    expect(await browser.capture(photograph('answer'))).toEqual({ loads: 1 });
  });
});

it('lets no page ask another origin or open a socket, and tells which it asked when it is closed', async () => {
  const offender = await start(30_000);
  await offender.capture(photograph('ask another origin'));
  await offender.capture(photograph('open a socket'));
  const asked = 'The page asked other origins: http://example.org/, ws://example.org/socket';
  await expect(offender.close()).rejects.toThrow(asked);
});
