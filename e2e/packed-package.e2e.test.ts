import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import { fixturePath } from '@face-verify/testkit/node';
import type { Browser } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));
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
    include: ['main.ts'],
  }),
  'index.html': '<!doctype html><link rel="icon" href="data:," /><script type="module" src="./main.ts"></script>',
  'main.ts': `import { createFaceVerifier, type VerificationReport } from 'face-verify';

const load = async (name: string): Promise<Blob> => (await fetch(name)).blob();
async function verify(): Promise<VerificationReport> {
  const verifier = await createFaceVerifier({ backend: 'wasm' });
  return verifier.verify(await load('ada-front.jpg'), await load('ada-smiling.jpg'));
}

verify().then(
  ({ result }) => (document.body.dataset.outcome = result.outcome),
  (error: unknown) => (document.body.dataset.outcome = String(error)),
);
`,
};

let folder: string;
let server: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-consumer-'));
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

  execFileSync('npm', ['run', 'build', '-w', 'face-verify'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const packed = JSON.parse(run('npm', 'pack', join(REPOSITORY, 'packages', 'runtime'), '--json', '--ignore-scripts'));
  for (const [name, content] of Object.entries(APP)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'public'));
  for (const name of ['ada-front.jpg', 'ada-smiling.jpg'])
    copyFileSync(fixturePath(name), join(folder, 'public', name));
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed[0].filename));
  run(binOf('tsc'), '-p', 'tsconfig.json');
  run(binOf('vite'), 'build', '--logLevel', 'error');
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
  rmSync(folder, { recursive: true });
});

describe('the package as it is published', () => {
  it('verifies two photographs in a page that was built with it, and asks no other origin', async () => {
    const address = server.httpServer.address();
    if (address === null || typeof address === 'string') throw new Error('The preview has no port.');
    const origin = `http://127.0.0.1:${address.port}`;
    const context = await browser.newContext();
    const foreign = await ForeignRequests.block(context, origin);
    const page = await context.newPage();
    await page.goto(origin);
    const body = page.locator('body[data-outcome]');
    await body.waitFor({ state: 'attached', timeout: 120_000 });
    expect(await body.getAttribute('data-outcome')).toBe('match');
    foreign.assertNone();
  });
});
