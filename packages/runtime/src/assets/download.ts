import { throwIfAborted } from '../abort.ts';
import { withinLimit } from '../within-limit.ts';
import type { AssetAttempt } from './asset-error.ts';
import { PolicyWatch } from './policy-watch.ts';

/** How long a server may send nothing before the request counts as failed. */
const STALL_LIMIT_MS = 30_000;

export interface DownloadOptions {
  /** More than that is not read, and is another file. */
  readonly maxBytes: number;
  /** `reload` asks the server anew, whatever the browser has kept. */
  readonly cache: RequestCache;
  readonly signal?: AbortSignal | undefined;
  /** Told the bytes read so far. */
  readonly onBytes?: (bytes: number) => void;
  readonly stallLimitMs?: number | undefined;
}

export interface Download {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly status: number;
  readonly contentType: string | undefined;
}

/** A download that came to nothing, and in what way. */
export class DownloadError extends Error {
  readonly attempt: AssetAttempt;

  constructor(attempt: AssetAttempt) {
    super(attempt.failure, { cause: attempt.cause });
    this.attempt = attempt;
  }
}

/** What a promise gives, unless that takes too long. */
type Soon = <Result>(wait: Promise<Result>) => Promise<Result>;

/**
 * The bytes behind an address.
 *
 * @throws {DownloadError}
 * @throws {FaceVerifyError} `aborted`
 */
export async function download(url: URL, options: DownloadOptions): Promise<Download> {
  const { cache, signal, stallLimitMs = STALL_LIMIT_MS } = options;
  throwIfAborted(signal);
  const request = new AbortController();
  const stop = () => request.abort();
  signal?.addEventListener('abort', stop);
  const what = `nothing more came for ${stallLimitMs / 1000} s`;
  const soon: Soon = (wait) => withinLimit(wait, stallLimitMs, () => new DownloadError({ failure: 'stalled', what }));
  try {
    return await read(await soon(send(url, cache, request.signal)), options, soon);
  } catch (cause) {
    throwIfAborted(signal);
    throw cause instanceof DownloadError ? cause : new DownloadError({ failure: 'cut-off', cause });
  } finally {
    signal?.removeEventListener('abort', stop);
    // What has not been read by now is not wanted.
    stop();
  }
}

async function send(url: URL, cache: RequestCache, signal: AbortSignal): Promise<Response> {
  const watch = new PolicyWatch();
  try {
    return await fetch(url, { signal, cache });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new DownloadError({ ...(await whyNoAnswer(url, watch)), cause });
  } finally {
    watch.close();
  }
}

/** Browsers do not tell scripts why a request came to nothing. */
async function whyNoAnswer(url: URL, watch: PolicyWatch): Promise<AssetAttempt> {
  const directive = await watch.directiveAgainst(url.href);
  if (directive !== undefined) {
    return { failure: 'refused-by-policy', what: `the Content-Security-Policy forbids it (${directive})` };
  }
  if (url.origin === globalThis.origin) return { failure: 'unreachable' };
  // A request whose answer cannot be read succeeds where the server is there.
  const isThere = await fetch(url, { method: 'HEAD', mode: 'no-cors' }).then(
    () => true,
    () => false,
  );
  return { failure: isThere ? 'refused-across-origins' : 'unreachable' };
}

async function read(response: Response, { maxBytes, onBytes }: DownloadOptions, soon: Soon): Promise<Download> {
  const { status } = response;
  const contentType = response.headers.get('content-type') ?? undefined;
  const answer = { status, ...(contentType !== undefined && { contentType }) };
  if (!response.ok) throw new DownloadError({ failure: 'refused-by-server', ...answer });
  if (contentType?.startsWith('text/html')) throw new DownloadError({ failure: 'page-instead', ...answer });
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { value } = await soon(reader.read());
    if (value === undefined) break;
    chunks.push(value);
    length += value.length;
    if (length > maxBytes) {
      const what = `it is longer than the ${maxBytes} bytes that belong there`;
      throw new DownloadError({ failure: 'other-file', what, ...answer });
    }
    onBytes?.(length);
  }
  return { bytes: joined(chunks, length), status, contentType };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let place = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.length;
  }
  return bytes;
}
