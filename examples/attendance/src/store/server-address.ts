import { StoreError } from './store-error.ts';

/** A database on a CouchDB server. */
export interface ServerAddress {
  /** E.g. `https://couch.example.org/attendance`; without a name and password in it. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
}

/**
 * The address that somebody typed, with its name and password apart.
 *
 * @throws {StoreError} `server-unavailable` where it is none
 */
export function readServerAddress(typed: string): ServerAddress {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname.replaceAll('/', '') === '') {
    throw new StoreError('server-unavailable', 'An address is https://server/database.');
  }
  const { username, password } = url;
  url.username = url.password = url.search = url.hash = '';
  const plain = url.href.replace(/\/+$/, '');
  if (username === '') return { url: plain };
  return { url: plain, user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** What a request to it has to carry. */
export function authorisation({ user, password }: ServerAddress): Record<string, string> {
  if (user === undefined) return {};
  const bytes = new TextEncoder().encode(`${user}:${password ?? ''}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}
