import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPageServer } from './page-server.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-server-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>A page</title>');
});

afterEach(() => rmSync(folder, { recursive: true }));

it('several page servers run at once', async () => {
  const servers = await Promise.all([startPageServer(folder), startPageServer(folder)]);
  try {
    expect(new Set(servers.map(({ origin }) => origin)).size).toBe(2);
    for (const { origin } of servers) expect(await (await fetch(origin)).text()).toContain('A page');
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
});

it.each([
  ['/face-verify/%', 400],
  ['/@photograph/%zz', 404],
  ['/%E0%A4%A', 404],
])('the malformed path %s is no error of the server', async (path, status) => {
  const server = await startPageServer(folder);
  try {
    expect((await fetch(server.origin + path)).status).toBe(status);
  } finally {
    await server.close();
  }
});
