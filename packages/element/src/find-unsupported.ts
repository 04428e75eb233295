import { checkSupport } from 'face-verify';

/** What this browser lacks that nothing can do without, as a stable code; undefined where it has everything. */
export async function findUnsupported(): Promise<string | undefined> {
  const { missing } = await checkSupport();
  return missing.find(({ required }) => required)?.feature;
}
