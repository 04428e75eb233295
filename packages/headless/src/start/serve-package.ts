import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { REPOSITORY } from '@face-verify/repository';
import { transformWithEsbuild } from 'vite';

const PAGE_FOLDER = fileURLToPath(new URL('../../start-page', import.meta.url));
const FIXTURES = join(REPOSITORY, 'packages', 'testkit', 'fixtures');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jpg': 'image/jpeg',
  '.wasm': 'application/wasm',
};
/** What servers take that compress while they send. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

interface ServedFile {
  readonly type: string;
  readonly etag: string;
  readonly encoded: Readonly<Record<'br' | 'gzip' | 'identity', Uint8Array>>;
}

/** A built package, served as `docs/guide/hosting.md` advises, with a page that verifies once as soon as it can. */
export interface PackageServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** @param dist - folder of a built package; it is read once */
export async function servePackage(dist: string): Promise<PackageServer> {
  const files = new Map(
    filesBelow(join(dist, 'assets')).map(([path, file]) => [`/face-verify/${path}`, served(path, readFileSync(file))]),
  );
  const script = readFileSync(join(PAGE_FOLDER, 'start.ts'), 'utf8');
  const { code } = await transformWithEsbuild(script, 'start.ts', { minify: true });
  files.set('/', served('index.html', readFileSync(join(PAGE_FOLDER, 'index.html'))));
  files.set('/start.js', served('start.js', Buffer.from(code)));
  for (const [name, fixture] of [
    ['probe.jpg', 'ada-smiling.jpg'],
    ['reference.jpg', 'ada-front.jpg'],
  ] as const) {
    files.set(`/${name}`, served(name, readFileSync(join(FIXTURES, fixture))));
  }
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (file === undefined) return response.writeHead(404).end();
    const { type, etag, encoded } = file;
    const headers = { 'cache-control': 'no-cache', etag, vary: 'accept-encoding' };
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name)) ?? 'identity';
    const bytes = encoded[encoding];
    const sent = { 'content-type': type, 'content-length': bytes.length };
    response.writeHead(200, { ...headers, ...sent, ...(encoding !== 'identity' && { 'content-encoding': encoding }) });
    return response.end(bytes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function served(path: string, bytes: Uint8Array): ServedFile {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  return { type, etag, encoded: { br: brotliCompressSync(bytes, BROTLI), gzip: gzipSync(bytes), identity: bytes } };
}

/** @returns path below the folder, and where it lies */
function filesBelow(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).split(sep).join('/'), file]);
}
