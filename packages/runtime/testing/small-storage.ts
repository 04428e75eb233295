interface StorageBuckets {
  open(name: string, options: { readonly quota: number }): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

const buckets = (navigator as unknown as { readonly storageBuckets: StorageBuckets }).storageBuckets;

/** A place for databases that is soon full, in Chromium: to use instead of `indexedDB`, then to delete. */
export async function openSmallStorage(
  quotaBytes: number,
): Promise<{ readonly indexedDB: IDBFactory; delete(): Promise<void> }> {
  const name = crypto.randomUUID();
  const { indexedDB } = await buckets.open(name, { quota: quotaBytes });
  return { indexedDB, delete: () => buckets.delete(name) };
}

/** Bytes that the browser cannot squeeze. */
export function incompressible(bytes: number): ArrayBuffer {
  const filled = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 50_000) crypto.getRandomValues(filled.subarray(at, at + 50_000));
  return filled.buffer;
}
