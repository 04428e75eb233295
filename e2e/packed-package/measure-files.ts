import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Size } from './size-budget.ts';

/** What servers take that compress while they send; one that has compressed before sends less. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** What files weigh together, those of folders included; each is compressed by itself, as a server would. */
export function measureFiles(...paths: readonly string[]): Size {
  const sizes = paths.flatMap(filesBelow).map((file): Size => {
    const content = readFileSync(file);
    return {
      bytes: content.length,
      gzipBytes: gzipSync(content).length,
      brotliBytes: brotliCompressSync(content, BROTLI).length,
    };
  });
  return sumOf(sizes);
}

export function sumOf(sizes: readonly Size[]): Size {
  const sum = (unit: keyof Size) => sizes.reduce((sum, size) => sum + size[unit], 0);
  return { bytes: sum('bytes'), gzipBytes: sum('gzipBytes'), brotliBytes: sum('brotliBytes') };
}

/** What a module weighs with all that it imports at once, though not with what it imports later, or of `without`. */
export function measureModule(path: string, without?: string): Size {
  const modules = modulesFrom(path, new Set());
  for (const module of without === undefined ? [] : modulesFrom(without, new Set())) modules.delete(module);
  return measureFiles(...modules);
}

function modulesFrom(path: string, known: Set<string>): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/^(?:import|export|\})[^;]*?from "(\.\/[^"]+)";$/gm);
  for (const [, name = ''] of imports) modulesFrom(join(dirname(path), name), known);
  return known;
}

/** @returns their paths */
export function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
