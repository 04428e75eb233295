import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface Site {
  readonly origin: string;
  /** Of all answers so far, where the server counts. */
  readonly sentBytes?: () => number;
  close(): Promise<void>;
}

export interface StaticSiteOptions {
  /** Where the folder lies on the server; default `/`. */
  readonly at?: string;
  /** Of one file, over those that are usual; also another `status` than 200. */
  readonly headers?: (path: string) => OutgoingHttpHeaders & { readonly status?: number };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.wasm': 'application/wasm',
};

/** Serves a folder as hosts of static pages do: the start page where there is no such file. */
export async function serveStatic(
  folder: string,
  { at = '/', headers = () => ({}) }: StaticSiteOptions = {},
): Promise<Site> {
  let sent = 0;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname));
    const read = async (name: string) => {
      const bytes = await readFile(join(folder, name)).catch(() => undefined);
      return bytes && { name, bytes };
    };
    const below = path.startsWith(at) ? path.slice(at.length) : undefined;
    const file = below === undefined ? undefined : ((await read(below)) ?? (await read('index.html')));
    if (file === undefined) return void response.writeHead(404).end();
    const type = TYPES[extname(file.name)] ?? 'application/octet-stream';
    const etag = `"${createHash('sha256').update(file.bytes).digest('hex').slice(0, 16)}"`;
    const known = request.headers['if-none-match'] === etag;
    const { status = 200, ...more } = headers(file.name);
    response.writeHead(known ? 304 : Number(status), {
      'content-type': type,
      'cache-control': 'no-cache',
      etag,
      ...more,
    });
    const body = known || request.method === 'HEAD' ? undefined : file.bytes;
    sent += body?.length ?? 0;
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sentBytes: () => sent,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
