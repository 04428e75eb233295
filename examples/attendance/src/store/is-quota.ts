/** Whether a browser, or PouchDB of a browser, refused something for want of room. */
export function isQuota(error: unknown): boolean {
  return /quota/i.test(`${error instanceof Error ? error.name : ''} ${JSON.stringify(error) ?? ''} ${String(error)}`);
}
