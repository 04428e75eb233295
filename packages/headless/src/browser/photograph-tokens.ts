import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

const PREFIX = '/@photograph/';

/** The path of a photograph, or what such a file holds. */
export type Photograph = string | Uint8Array;

/**
 * Lends photographs to the page under addresses that cannot be guessed; files are streamed from the disk, so that a
 * photograph is never a string in this process. The name and type of the file stay behind: the page must judge by the bytes.
 */
export class PhotographTokens {
  readonly #photographs = new Map<string, Photograph>();

  /** @returns address of the file, from the server's root */
  lend(photograph: Photograph): string {
    const token = randomUUID();
    this.#photographs.set(token, photograph);
    return PREFIX + token;
  }

  takeBack(address: string): void {
    this.#photographs.delete(address.slice(PREFIX.length));
  }

  /** Connect middleware. */
  readonly handle = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { url = '' } = request;
    const photograph = this.#photographs.get(url.slice(PREFIX.length));
    if (!url.startsWith(PREFIX)) next();
    else if (photograph === undefined) response.writeHead(404).end();
    else if (typeof photograph === 'string') stream(photograph, response);
    else response.writeHead(200, HEADERS).end(photograph);
  };
}

const HEADERS = { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' } as const;

function stream(path: string, response: ServerResponse): void {
  const file = createReadStream(path);
  file.once('open', () => {
    response.writeHead(200, HEADERS);
    file.pipe(response);
  });
  file.once('error', () => {
    // Half a file must not look like a whole one.
    if (response.headersSent) response.destroy();
    else response.writeHead(404).end();
  });
  response.once('close', () => file.destroy());
}
