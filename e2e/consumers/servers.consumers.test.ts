import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { APP_ENVIRONMENT } from './app-environment.ts';
import { installApp } from './install.ts';

const SERVER = `import { checkSupport, createFaceVerifier } from 'face-verify';

const { supported, missing } = await checkSupport();
const code = await createFaceVerifier().then(() => 'none', (error) => error.code);
console.log(JSON.stringify({ supported, missing: missing.map(({ feature }) => feature), code }));
`;

const configWith = (more: string) => `import { faceVerifyAssets } from 'face-verify/vite';
export default { plugins: [faceVerifyAssets()]${more} };
`;

test.for([
  ['beside it', ''],
  ['inside of it', ', ssr: { noExternal: true }'],
] as const)(
  'a build for a server, with the package %s, carries no assets and says there that this is no browser',
  ([, more]) => {
    const folder = installApp(
      inject('tarball'),
      { vite: '8.3.8' },
      { 'server.js': SERVER, 'vite.config.js': configWith(more) },
    );
    const run = (program: string, ...args: string[]) =>
      execFileSync(program, args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        env: APP_ENVIRONMENT,
      });
    run(join('node_modules', '.bin', 'vite'), 'build', '--ssr', 'server.js', '--logLevel', 'error');
    expect(readdirSync(join(folder, 'dist'))).toEqual(['server.js']);
    expect(JSON.parse(run('node', join('dist', 'server.js')))).toEqual({
      supported: false,
      missing: ['browser'],
      code: 'backend-unavailable',
    });
  },
);
