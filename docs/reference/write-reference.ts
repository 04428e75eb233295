/**
 * Writes the API reference from docstrings: `npm run reference`. With `--check` it writes nothing, and fails where the
 * pages are other ones. Either way it fails where something public has no docstring.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Application, OptionDefaults, ReflectionKind, type TypeDocOptions } from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';

const HERE = import.meta.dirname;

/** What can be imported, and the source that says what it is. Each has a page, named after it. */
const ENTRY_POINTS = {
  'face-verify': 'packages/runtime/src/index.ts',
  'face-verify/attempts': 'packages/runtime/src/attempts/index.ts',
  'face-verify/signed-result': 'packages/runtime/src/signed-result/index.ts',
  'face-verify/vault': 'packages/runtime/src/vault/index.ts',
  'face-verify/vite': 'packages/runtime/vite/from-package.ts',
  '@face-verify/element': 'packages/element/src/index.ts',
} as const;

/** What TypeDoc itself calls them: their path in `packages`. */
const NAMES = new Map(
  Object.entries(ENTRY_POINTS).map(([name, source]) => [source.replace(/^packages\/|(?:\/index)?\.ts$/g, ''), name]),
);

const OPTIONS: TypeDocOptions & PluginOptions = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: Object.values(ENTRY_POINTS).map((source) => path.join(HERE, '..', '..', source)),
  tsconfig: path.join(HERE, 'tsconfig.json'),
  name: 'API reference',
  // The type check is another command.
  skipErrorChecking: true,
  readme: 'none',
  outputFileStrategy: 'modules',
  disableSources: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  // A class that others extend says of itself what it takes from theirs.
  excludeExternals: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeInternal: true,
  logLevel: 'Warn',
  validation: { notDocumented: true, invalidLink: true, notExported: false },
  packagesRequiringDocumentation: ['face-verify', '@face-verify/core', '@face-verify/nets', '@face-verify/element'],
  requiredToBeDocumented: ['Class', 'Function', 'Interface', 'Method', 'TypeAlias', 'Variable'],
  blockTags: [...OptionDefaults.blockTags, '@tag', '@slot'],
};

const isCheck = process.argv.includes('--check');
const folder = isCheck ? mkdtempSync(path.join(tmpdir(), 'face-verify-reference-')) : HERE;
try {
  await write(folder);
  if (isCheck && read(folder) !== read(HERE)) fail('docs/reference is not what the docstrings say: npm run reference');
} finally {
  if (isCheck) rmSync(folder, { recursive: true });
}

/** Writes all pages, and says what has no docstring. */
async function write(folder: string): Promise<void> {
  const app = await Application.bootstrapWithPlugins({
    ...OPTIONS,
    outputs: [{ name: 'markdown', path: folder }],
    cleanOutputDir: false,
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('The sources could not be read.');
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    module.name = NAMES.get(module.name) ?? module.name;
  }
  app.validate(project);
  await app.generateOutputs(project);
  if (app.logger.hasWarnings() || app.logger.hasErrors()) fail('The docstrings have gaps, see above.');
}

/** All pages of a folder, one after the other. */
function read(folder: string): string {
  const names = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.md'));
  return names
    .sort()
    .map((name) => `${name}\n${readFileSync(path.join(folder, name), 'utf8')}`)
    .join('\n');
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
