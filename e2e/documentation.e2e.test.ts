import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '@face-verify/repository';
import { describe, expect, it } from 'vitest';

const read = (page: string) => readFileSync(join(REPOSITORY, page), 'utf8');

function entries(folder: string, recursive = false): string[] {
  const names = readdirSync(join(REPOSITORY, folder), { encoding: 'utf8', recursive });
  return names.map((name) => join(folder, name));
}

const isFolder = (path: string) => statSync(join(REPOSITORY, path)).isDirectory();

const documentation = entries('docs', true).filter((file) => file.endsWith('.md'));
const readmes = ['packages', 'models', 'examples'].flatMap((folder) =>
  entries(folder)
    .filter(isFolder)
    .flatMap((inside) => entries(inside).filter((file) => file.endsWith('.md'))),
);
const pages = [...entries('.').filter((file) => file.endsWith('.md')), ...documentation, ...readmes].sort();

/** Paths that a page's links and pictures lead to, from the root of the repository; links to other sites left out. */
function linkedFiles(page: string): string[] {
  const links = read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g);
  return [...links].map(([, target = '']) => join(dirname(page), target));
}

describe('the documentation', () => {
  it.for(pages)('%s links to files that are there', (page) => {
    expect(linkedFiles(page).filter((file) => !existsSync(join(REPOSITORY, file)))).toEqual([]);
  });

  it('says of every error code, and of no other, what to do', () => {
    const union = /type FaceVerifyErrorCode =(.*?');$/ms.exec(read('packages/core/src/errors.ts'))?.[1] ?? '';
    const codes = [...union.matchAll(/\| '([a-z-]+)'/g)].map(([, code]) => code);
    const sections = [...read('docs/guide/errors.md').matchAll(/^### `([a-z-]+)`$/gm)].map(([, code]) => code);
    expect(codes).toContain('asset-unavailable');
    expect(sections.sort()).toEqual(codes.sort());
  });

  it('shows of frameworks what is in the examples that are built and run', () => {
    const page = join('docs', 'guide', 'element.md');
    const [, section = ''] = /^## In frameworks$(.*?)^## /ms.exec(read(page)) ?? [];
    const blocks = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code = '']) => code);
    const sources = linkedFiles(page)
      .filter((file) => file.startsWith(join('examples', 'frameworks')) && !isFolder(file))
      .map(read);
    expect(blocks.length).toBeGreaterThan(4);
    expect(blocks.filter((code) => !sources.some((source) => source.includes(code)))).toEqual([]);
  });

  it('has every page in its index', () => {
    const index = join('docs', 'README.md');
    expect(linkedFiles(index)).toEqual(expect.arrayContaining(documentation.filter((page) => page !== index)));
  });
});
