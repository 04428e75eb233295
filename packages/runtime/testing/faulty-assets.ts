import type { ServerResponse } from 'node:http';
import type { AssetFile } from '../assets/asset-file.ts';
import { withManifest } from '../assets/with-manifest.ts';

/** In which way a server fails to send a file. */
type Fault = 'cut-off' | 'page' | 'shortened' | 'silent' | 'slow' | 'tampered' | 'unavailable';

const CONTENTS: Readonly<Record<string, Uint8Array>> = {
  'a.bin': Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 251),
  'b.bin': Uint8Array.of(1, 2, 3),
  'module.js': Buffer.from('export default "it runs";'),
  'empty.wasm': Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0),
  'no-wasm.wasm': Uint8Array.of(1, 2, 3),
};
const FILES: readonly AssetFile[] = Object.entries(CONTENTS).map(([path, bytes]) => ({
  path,
  read: async () => bytes,
}));

/**
 * A small assets folder on a bad server. `FAULT/PATH` sends a file with that fault, `FAULT-once/ID/PATH` so only at the
 * first request of an ID, `none/PATH` sends what is right.
 */
export class FaultyAssets {
  readonly #asked = new Set<string>();

  /** @param path - e.g. `cut-off-once/4/a.bin` */
  async answer(path: string, response: ServerResponse): Promise<void> {
    const [, fault = '', once, file = ''] = /^([a-z-]+?)(?:(-once)\/[^/]+)?\/(.+)$/.exec(path) ?? [];
    const asset = withManifest(FILES, '1.2.3').find((candidate) => candidate.path === file);
    if (asset === undefined) return void response.writeHead(404).end();
    // The manifest is always right: what fails are the files that it lists.
    const sound = fault === 'none' || file === 'manifest.json' || (once !== undefined && this.#asked.has(path));
    this.#asked.add(path);
    const bytes = await asset.read();
    response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
    // What a browser keeps must not hide that it asks again.
    response.setHeader('cache-control', 'max-age=3600');
    if (sound) return void response.end(bytes);
    send[fault as Fault](response, bytes);
  }
}

const send: Readonly<Record<Fault, (response: ServerResponse, bytes: Uint8Array) => void>> = {
  'cut-off': (response, bytes) => {
    response.setHeader('content-length', bytes.length);
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  },
  page: (response) => void response.setHeader('content-type', 'text/html').end('<!doctype html><title>A page</title>'),
  shortened: (response, bytes) => void response.end(bytes.subarray(0, bytes.length / 2)),
  silent: (response, bytes) => void response.write(bytes.subarray(0, bytes.length / 2)),
  slow: (response, bytes) => {
    let sent = 0;
    const piece = () => {
      response.write(bytes.subarray(sent, sent + bytes.length / 5));
      sent += bytes.length / 5;
      if (sent < bytes.length) setTimeout(piece, 100);
      else response.end();
    };
    piece();
  },
  tampered: (response, bytes) => void response.end(bytes.map((byte, i) => (i === 1 ? byte ^ 1 : byte))),
  unavailable: (response) => void response.writeHead(503).end('Try later.'),
};
