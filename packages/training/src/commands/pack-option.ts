import { Option, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { RESEARCH_CROPS } from '../data/shared-data.ts';

export const PACK_OPTION = new Option('--data <dir>', 'a pack, as prepare makes it (default: the research crops)');

/** Folder of the pack that was named, or of the research crops. */
export function namedPack(terminal: Terminal, data: string | undefined): string {
  return data === undefined ? RESEARCH_CROPS : resolvePath(terminal, data);
}
