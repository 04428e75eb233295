import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PhotographTokens } from './photograph-tokens.ts';

let folder: string;
let server: Server;
let tokens: PhotographTokens;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-tokens-'));
  tokens = new PhotographTokens();
  server = createServer((request, response) => tokens.handle(request, response, () => response.end('next')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  server.close();
});

function get(address: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`);
}

describe('PhotographTokens', () => {
  it('lends the bytes of a file without its name or type', async () => {
    const path = join(folder, 'person.jpg');
    writeFileSync(path, 'bytes');
    const address = tokens.lend(path);
    const response = await get(address);
    expect(await response.text()).toBe('bytes');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(address).not.toContain('person');
  });

  it('lends bytes that are in no file', async () => {
    expect(await (await get(tokens.lend(Buffer.from('bytes')))).text()).toBe('bytes');
  });

  it('gives nothing for an address that was taken back or never given', async () => {
    const path = join(folder, 'person.jpg');
    writeFileSync(path, 'bytes');
    const address = tokens.lend(path);
    tokens.takeBack(address);
    expect((await get(address)).status).toBe(404);
    expect((await get('/@photograph/..%2Fperson.jpg')).status).toBe(404);
  });

  it('gives nothing where the file is gone', async () => {
    expect((await get(tokens.lend(join(folder, 'gone.jpg')))).status).toBe(404);
  });

  it('leaves other addresses to the next handler', async () => {
    expect(await (await get('/index.html')).text()).toBe('next');
  });
});
