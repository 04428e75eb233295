import { tidyField } from '../person.ts';

/** The photographs of a folder that belong to one person. */
export interface PhotographGroup {
  readonly name: string;
  /** Paths as handed over, sorted. */
  readonly files: readonly string[];
}

/**
 * Whose photographs are in a folder: those of a folder of a person's own by its name (`Anna Berg/1.jpg`), others by
 * their own name without a number behind it (`Anna Berg.jpg`, `Anna_Berg-2.jpg`). Other files are left out.
 *
 * @param paths - below the folder that was chosen, e.g. `Class 3/Anna Berg/1.jpg` as `webkitRelativePath` has it
 */
export function groupPhotographs(paths: readonly string[]): readonly PhotographGroup[] {
  const groups = new Map<string, string[]>();
  for (const path of paths.filter((file) => PHOTOGRAPH.test(file)).toSorted()) {
    const name = nameIn(path);
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), path]);
  }
  return [...groups].map(([name, files]) => ({ name, files }));
}

const PHOTOGRAPH = /\.(?:jpe?g|png|webp|avif)$/i;

function nameIn(path: string): string {
  const folders = path.split('/');
  const file = (folders.pop() ?? '').replace(PHOTOGRAPH, '');
  const own = folders.length >= 2 ? (folders.at(-1) ?? '') : file.replace(/[\s_-]*\(?\d{1,3}\)?$/, '');
  return tidyField(own.replaceAll('_', ' '));
}
