import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE_FOLDER } from '@face-verify/repository';

/** What a build made, by path. */
export type BuiltFiles = ReadonlyMap<string, Uint8Array>;

interface Build {
  readonly files: ReadonlyMap<string, string>;
  /** The files that it read: it makes something else only where one of them has changed. */
  readonly inputs: readonly string[];
}

type Input = readonly [path: string, state: { readonly size: number; readonly mtimeMs: number }];

/** A build as it lies in the cache, with what shows of each input that it is still the same. */
interface KeptBuild {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly inputs: readonly Input[];
}

/** The clock of files may be so far behind. */
const FILE_TICK_MS = 20;

/**
 * Keeps what a build of some seconds made, for the servers and commands that start after it.
 *
 * @returns what builds where an input has changed since, once for all who ask meanwhile
 */
export function cachedBuild(name: string, build: () => Promise<Build>): () => Promise<BuiltFiles> {
  const place = join(CACHE_FOLDER, `${name}.json`);
  let building: Promise<BuiltFiles> | undefined;
  const provide = async () => {
    const kept = await readKept(place);
    if (kept !== undefined && (await isCurrent(kept))) return toBytes(kept);
    const startMs = Date.now() - FILE_TICK_MS;
    const { files, inputs } = await build();
    const made = { files: [...files], inputs: await Promise.all(inputs.map(inputOf)) };
    // What was saved meanwhile may have been read before.
    if (made.inputs.some(([, { mtimeMs }]) => mtimeMs >= startMs)) return toBytes(made);
    await mkdir(CACHE_FOLDER, { recursive: true });
    // In one step: others may be reading.
    const draft = `${place}.${process.pid}`;
    await writeFile(draft, JSON.stringify(made));
    await rename(draft, place);
    return toBytes(made);
  };
  return () => {
    building ??= provide().finally(() => {
      building = undefined;
    });
    return building;
  };
}

async function readKept(place: string): Promise<KeptBuild | undefined> {
  const text = await readFile(place, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

async function isCurrent({ inputs }: KeptBuild): Promise<boolean> {
  const now = await Promise.all(inputs.map(([path]) => inputOf(path)));
  return JSON.stringify(now) === JSON.stringify(inputs);
}

async function inputOf(path: string): Promise<Input> {
  const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
  return [path, { size, mtimeMs }];
}

function toBytes({ files }: KeptBuild): BuiltFiles {
  return new Map(files.map(([path, text]) => [path, Buffer.from(text)]));
}
