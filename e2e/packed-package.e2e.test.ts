import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import { REPOSITORY } from '@face-verify/repository';
import { fixturePath } from '@face-verify/testkit/node';
import type { Browser } from 'playwright';
import { publint } from 'publint';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { BYTES_PAGE, measureAssets, readBytesPage } from './packed-package/bytes-page.ts';
import { isOfFirstUse } from './packed-package/first-use.ts';
import { measureFiles, measureModule } from './packed-package/measure-files.ts';
import { type BudgetedPart, expectToWeigh, expectWithinBudget } from './packed-package/size-budget.ts';

const binOf = (name: string) => join(REPOSITORY, 'node_modules', '.bin', name);

/** What a reader of the package's guide would write. */
const APP = {
  'package.json': JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  'vite.config.js': `import { faceVerifyAssets } from 'face-verify/vite';\nexport default { plugins: [faceVerifyAssets()] };\n`,
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: [],
    },
    include: ['*.ts'],
  }),
  'tsconfig.server.json': JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: 'ES2022', module: 'NodeNext', lib: ['ES2023'], types: [] },
    files: ['server.ts'],
  }),
  'server.ts': `import { type CheckedResult, verifyResult } from 'face-verify/signed-result';

const jwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } as const;
export const checked: Promise<CheckedResult> = verifyResult('', { jwk, nonce: 'n', audience: 'a', maxAgeMs: 1 });
`,
  'index.html': '<!doctype html><link rel="icon" href="data:," /><script type="module" src="./main.ts"></script>',
  'main.ts': `import { createFaceVerifier, type VerificationReport } from 'face-verify';

const load = async (name: string): Promise<Blob> => (await fetch(name)).blob();
async function verify(): Promise<VerificationReport> {
  const detector = location.search === '?light' ? 'light' : 'mediapipe';
  const verifier = await createFaceVerifier({ backend: 'wasm', detector });
  return verifier.verify(await load('photographs/ada-front.jpg'), await load('photographs/ada-smiling.jpg'));
}

verify().then(
  ({ result }) => (document.body.dataset.outcome = result.outcome),
  (error: unknown) => (document.body.dataset.outcome = String(error)),
);
`,
};
const MISUSE = 'misuse.test-d.ts';
const GUIDES = [
  'README.md',
  'packages/runtime/README.md',
  'docs/guide/start.md',
  'docs/guide/errors.md',
  'docs/guide/attempts.md',
  'docs/guide/element.md',
  'docs/guide/live-capture.md',
  'docs/guide/signed-result.md',
  'docs/guide/identify.md',
  'docs/guide/storing-templates.md',
];

/** Pages of the reference, by what their examples import. Vite itself is not installed beside the app. */
const REFERENCE = {
  'face-verify': 'docs/reference/face-verify.md',
  'face-verify/attempts': 'docs/reference/face-verify/attempts.md',
  'face-verify/signed-result': 'docs/reference/face-verify/signed-result.md',
  'face-verify/vault': 'docs/reference/face-verify/vault.md',
};

/** What the reference's examples take from around them, by its name. */
const AT_HAND = {
  verifier: "import('face-verify').FaceVerifier",
  template: "import('face-verify').FaceTemplate",
  gallery: "import('face-verify').Gallery",
  enrolled: "Extract<import('face-verify').EnrolmentResult, { outcome: 'enrolled' }>",
  consent: "import('face-verify/vault').Consent",
  video: 'HTMLVideoElement',
  frame: 'ImageBitmap',
  ...Object.fromEntries(
    ['fileA', 'fileB', 'probeFile', 'referenceFile', 'passportPhotograph', 'selfie', 'reference'].map((name) => [
      name,
      'File',
    ]),
  ),
  nonce: 'string',
  body: '{ readonly result: string }',
  jwk: "{ kty: 'EC'; crv: 'P-256'; x: string; y: string }",
  show: '(shown: object) => void',
};

/** Code of a page. */
function blocksOf(page: string): string[] {
  const blocks = readFileSync(join(REPOSITORY, page), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms);
  return [...blocks].map(([, code = '']) => code);
}

/** The examples of a page of the reference, each as a module that imports what the page is about. */
function referenceExamplesOf([module, page]: readonly [string, string]): string[] {
  const headings = readFileSync(join(REPOSITORY, page), 'utf8').matchAll(/^### (\w+)(?:\(\))?$/gm);
  const exported = new Set([...headings].map(([, name = '']) => name));
  return blocksOf(page).map((code) => {
    const isUsed = (name: string) => new RegExp(`(?<![.\\w])${name}\\b`).test(code);
    const isMade = (name: string) => new RegExp(`const [^=]*\\b${name}\\b`).test(code);
    const imported = [...exported].filter(isUsed).join(', ');
    const atHand = Object.entries(AT_HAND).filter(([name]) => isUsed(name) && !isMade(name));
    const declared = atHand.map(([name, type]) => `declare const ${name}: ${type};\n`).join('');
    return `import { ${imported} } from '${module}';\n${declared}${code}`;
  });
}

/** The examples of a guide that use the package, each as a module; photographs are what their readers have. */
function examplesOf(guide: string): string[] {
  // Vite itself is not installed beside the app.
  const examples = blocksOf(guide).filter((code) => /from 'face-verify(\/(?!vite)[\w-]+)?';/.test(code));
  return examples.map(
    (code) => `${code}\ndeclare const fileA: File, fileB: File, probeFile: File, referenceFile: File;\n`,
  );
}

let folder: string;
let tarball: Uint8Array<ArrayBuffer>;
/** The package as npm installed it into the folder of the app. */
let installed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-consumer-'));
  installed = join(folder, 'node_modules', 'face-verify');
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

  execFileSync('npm', ['run', 'build', '-w', 'face-verify'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const packed = JSON.parse(run('npm', 'pack', join(REPOSITORY, 'packages', 'runtime'), '--json', '--ignore-scripts'));
  const file = join(folder, packed[0].filename);
  tarball = new Uint8Array(readFileSync(file));
  for (const [name, content] of Object.entries(APP)) writeFileSync(join(folder, name), content);
  copyFileSync(join(REPOSITORY, 'e2e', 'packed-package', MISUSE), join(folder, MISUSE));
  const examples = [...GUIDES.flatMap(examplesOf), ...Object.entries(REFERENCE).flatMap(referenceExamplesOf)];
  for (const [i, code] of examples.entries()) writeFileSync(join(folder, `example-${i}.ts`), code);
  mkdirSync(join(folder, 'public', 'photographs'), { recursive: true });
  for (const name of ['ada-front.jpg', 'ada-smiling.jpg'])
    copyFileSync(fixturePath(name), join(folder, 'public', 'photographs', name));
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', file);
  run(binOf('vite'), 'build', '--logLevel', 'error');
}, 400_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the package as it is published', () => {
  it('has nothing in its package.json that publint would change', async () => {
    const { messages } = await publint({ pack: { tarball: tarball.buffer } });
    expect(messages).toEqual([]);
  });

  it('has types that resolve to what runs, in bundlers and in Node’s modules', async () => {
    const { types, ...check } = await checkPackage(createPackageFromTarballData(tarball), {
      excludeEntrypoints: [/^\.\/assets/],
    });
    expect(types).toEqual({ kind: 'included' });
    // Those who resolve as Node 10 did, or require modules, cannot use a package for pages anyway.
    const FOREIGN = ['node10', 'node16-cjs'];
    const problems = 'problems' in check ? check.problems : [];
    expect(
      problems.filter((problem) => !('resolutionKind' in problem && FOREIGN.includes(problem.resolutionKind))),
    ).toEqual([]);
  });

  // To accept a change: npx vitest run --project e2e e2e/packed-package -u
  it.for(['index.d.ts', 'attempts.d.ts', 'element.d.ts', 'signed-result.d.ts', 'vault.d.ts', 'vite.d.ts'])(
    'declares in %s what packages/runtime/api says',
    async (name) => {
      const declared = readFileSync(join(installed, 'dist', name), 'utf8');
      await expect(declared).toMatchFileSnapshot(join(REPOSITORY, 'packages', 'runtime', 'api', name));
    },
  );

  it('compiles where it is used as its guides and its reference say, and not where it is misused', () => {
    expect(GUIDES.filter((guide) => examplesOf(guide).length === 0)).toEqual([]);
    expect(Object.entries(REFERENCE).filter((page) => referenceExamplesOf(page).length === 0)).toEqual([]);
    const { stdout } = spawnSync(binOf('tsc'), ['-p', 'tsconfig.json'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it.for(['attempts', 'element', 'signed-result', 'vault'])('can be imported on a server: %s', (name) => {
    const code = `console.log(Object.keys(await import('face-verify/${name}')).length > 0)`;
    expect(execFileSync('node', ['--input-type=module', '--eval', code], { cwd: folder, encoding: 'utf8' })).toBe(
      'true\n',
    );
  });

  it('has types for servers that know nothing of pages', () => {
    const { stdout } = spawnSync(binOf('tsc'), ['-p', 'tsconfig.server.json'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('says what is under which terms: the weights are not under the licence of the code', () => {
    const { license } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(license).toBe('SEE LICENSE IN LICENSE.md');
    const terms = readFileSync(join(installed, 'LICENSE.md'), 'utf8');
    expect(terms).toContain('non-commercial research');
    for (const asset of readdirSync(join(installed, 'dist', 'assets'))) expect(terms).toContain(`dist/assets/${asset}`);
    expect(readFileSync(join(installed, 'dist', 'LICENSE-APACHE-2.0.txt'), 'utf8')).toContain('Apache License');
  });

  it('resolves nothing, and leaves the import of its engine to the browser, whoever bundles it', () => {
    const code = readFileSync(join(installed, 'dist', 'index.js'), 'utf8');
    expect(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies');
    const imports = [...code.matchAll(/^(?:import|export)\b[^;]*\bfrom ['"]([^'"]+)['"]/gm)].map(([, name]) => name);
    expect(imports.filter((name) => !name?.startsWith('./'))).toEqual([]);
    const [call = '', ...others] = code.match(/\bimport\([^)]*\)/g) ?? [];
    expect(others).toEqual([]);
    // webpack, rspack and Next.js would put a module of their own in its place, which cannot be found.
    for (const word of ['webpackIgnore: true', 'turbopackIgnore: true', '@vite-ignore']) expect(call).toContain(word);
  });

  it('has the element in it, with Lit inside, which imports nothing but the module beside it', () => {
    const code = readFileSync(join(installed, 'dist', 'element.js'), 'utf8');
    const imports = [...code.matchAll(/^(?:import|export)\b[^;]*\bfrom ['"]([^'"]+)['"]/gm)].map(([, name]) => name);
    expect(imports).toEqual(['./index.js']);
    const { sideEffects } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    // A bundler would leave it out otherwise: what it is imported for is that it defines itself.
    expect(sideEffects).toEqual(['./dist/element.js']);
  });

  it('tells in its change log what its version brings', () => {
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(readFileSync(join(installed, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${version}\n`);
  });

  it.for<BudgetedPart>([
    'dist/index.js',
    'dist/attempts.js',
    'dist/element.js',
    'dist/signed-result.js',
    'dist/vault.js',
    'dist/vite.js',
    'dist/assets',
  ])('keeps %s within its budget', (part) => {
    const path = join(installed, part);
    const sdk = part === 'dist/element.js' ? join(installed, 'dist/index.js') : undefined;
    expectWithinBudget(part, part.endsWith('.js') ? measureModule(path, sdk) : measureFiles(path));
  });
});

// To write the page anew: npx tsx --conditions=face-verify-source e2e/packed-package/write-bytes-page.ts
test('its assets weigh what docs/generated/bytes.md says', () => {
  const assets = measureAssets(join(installed, 'dist', 'assets'));
  const said = readBytesPage(readFileSync(BYTES_PAGE, 'utf8'));
  expect([...said.keys()].sort()).toEqual([...assets.keys()].filter((path) => !path.endsWith('.md')).sort());
  for (const [path, size] of said) expectToWeigh(path, assets.get(path), size);
});

describe('its command', () => {
  const run = (...args: string[]) =>
    spawnSync(join(folder, 'node_modules', '.bin', 'face-verify'), args, { cwd: folder, encoding: 'utf8' });

  it('copies the assets, which are then right, and says where they are not', () => {
    expect(run('assets', 'public/copied')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('manifest.json'),
    });
    expect(run('assets', '--check', 'public/copied')).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(folder, 'public', 'copied', 'tfjs', 'tfjs-backend-wasm-simd.wasm'), 'replaced');
    const { status, stdout } = run('assets', '--check', 'public/copied');
    expect({ status, stdout }).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('tfjs-backend-wasm-simd.wasm'),
    });
  });
});

describe('a page that was built with it', () => {
  let server: PreviewServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await preview({
      root: folder,
      configFile: false,
      preview: { host: '127.0.0.1', port: 0 },
      logLevel: 'error',
    });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.for<[BudgetedPart, 'light' | 'mediapipe', string]>([
    ['first use', 'mediapipe', '/'],
    ['first use, light', 'light', '/?light'],
  ])(
    'verifies two photographs, asks no other origin, and fetches what its budget allows: %s',
    async ([part, detector, path]) => {
      const address = server.httpServer.address();
      if (address === null || typeof address === 'string') throw new Error('The preview has no port.');
      const origin = `http://127.0.0.1:${address.port}`;
      const context = await browser.newContext();
      const foreign = await ForeignRequests.watch(context, origin);
      const page = await context.newPage();
      const fetched = new Set<string>();
      page.on('request', (request) => fetched.add(new URL(request.url()).pathname));
      await page.goto(origin + path);
      const body = page.locator('body[data-outcome]');
      await body.waitFor({ state: 'attached', timeout: 120_000 });
      expect(await body.getAttribute('data-outcome')).toBe('match');
      foreign.assertNone();
      await context.close();

      const assets = [...measureAssets(join(installed, 'dist', 'assets')).keys()];
      const below = '/face-verify/';
      expect([...fetched].flatMap((file) => (file.startsWith(below) ? file.slice(below.length) : [])).sort()).toEqual(
        assets.filter((asset) => isOfFirstUse(asset, detector)).sort(),
      );
      const files = [...fetched].filter((file) => !file.startsWith('/photographs/'));
      const built = files.map((file) => join(folder, 'dist', file === '/' ? 'index.html' : file));
      expectWithinBudget(part, measureFiles(...built));
    },
  );
});
