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
