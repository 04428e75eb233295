import { fileURLToPath } from 'node:url';

/** Path of a file of this package's folder `fixtures`, e.g. `ada-front.jpg`. */
export function fixturePath(file: string): string {
  return fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
}
