import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

const PREFIX = '/@photo/';

/**
 * Lends files to the page under addresses that cannot be guessed, streamed from the disk, so that a photograph
 * is never a string in this process. The name and type of the file stay behind: the page must judge by the bytes.
 */
export class PhotoTokens {
  readonly #paths = new Map<string, string>();

  /** @returns address of the file, from the server's root */
  lend(path: string): string {
    const token = randomUUID();
    this.#paths.set(token, path);
    return PREFIX + token;
  }

  takeBack(address: string): void {
    this.#paths.delete(address.slice(PREFIX.length));
  }

  /** Connect middleware. */
  readonly handle = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { url = '' } = request;
    const path = this.#paths.get(url.slice(PREFIX.length));
    if (!url.startsWith(PREFIX)) next();
    else if (path === undefined) response.writeHead(404).end();
    else send(path, response);
  };
}

function send(path: string, response: ServerResponse): void {
  const file = createReadStream(path);
  file.once('open', () => {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' });
    file.pipe(response);
  });
  file.once('error', () => {
    // Half a file must not look like a whole one.
    if (response.headersSent) response.destroy();
    else response.writeHead(404).end();
  });
  response.once('close', () => file.destroy());
}
