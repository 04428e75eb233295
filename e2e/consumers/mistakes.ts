import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERIFIED } from './app.ts';
import type { Consumer } from './consumer.ts';
import { plainPage } from './plain-page.ts';
import type { StaticSiteOptions } from './static-site.ts';

const IN_PUBLIC = (headers: StaticSiteOptions['headers'] & object) => ({ site: { folder: 'public', headers } });
const policy = (text: string) => IN_PUBLIC(() => ({ 'content-security-policy': text }));
const assets = (file: string) => (folder: string) => join(folder, 'public/face-verify', file);

/** Is this machine, and no browser trusts it as such. */
export const INSECURE_HOST = 'insecure.test';

/** An app that is hosted wrongly, and what it is told. */
export interface Mistake {
  readonly consumer: Consumer;
  readonly code: string;
  /** Host name by which the page is opened; default that of the loopback interface. */
  readonly host?: string;
  /** Parts of the message: what is wrong, and what to do. */
  readonly told: readonly string[];
}

export const MISTAKES: readonly Mistake[] = [
  {
    consumer: plainPage('No assets where the page looks for them, on a server that sends the page for every path', {
      script: { options: "{ assets: '/nowhere/' }" },
    }),
    code: 'asset-unavailable',
    told: ['manifest.json', '/nowhere/manifest.json', '200, text/html', 'a page instead', 'npx face-verify assets'],
  },
  {
    consumer: plainPage('Assets of another version', {
      spoil: (folder) =>
        writeFileSync(assets('manifest.json')(folder), JSON.stringify({ version: '0.0.1', files: [] })),
    }),
    code: 'asset-corrupt',
    told: ['manifest.json', 'of version 0.0.1', 'npx face-verify assets'],
  },
  {
    consumer: plainPage('An engine that was changed', {
      spoil: (folder) => writeFileSync(assets('engine.js')(folder), 'export {}', { flag: 'a' }),
    }),
    code: 'asset-corrupt',
    told: ['engine.js', 'longer than', 'npx face-verify assets'],
  },
  {
    consumer: plainPage('Weights that were cut off', {
      spoil: (folder) => truncateSync(assets('models/face-points/weights.bin')(folder), 1000),
    }),
    code: 'asset-corrupt',
    told: ['models/face-points/weights.bin', '1000 bytes of 606764'],
  },
  {
    consumer: plainPage('A file that was forgotten', {
      spoil: (folder) => rmSync(assets('tfjs/tfjs-backend-wasm-simd.wasm')(folder)),
    }),
    code: 'asset-unavailable',
    told: ['tfjs/tfjs-backend-wasm-simd.wasm', 'a page instead'],
  },
  {
    consumer: plainPage(
      'A server that breaks at one file',
      IN_PUBLIC((path) => (path.endsWith('.tflite') ? { status: 503 } : {})),
    ),
    code: 'asset-unavailable',
    told: ['face_detection_short_range.tflite', '503'],
  },
  {
    consumer: plainPage(
      'Scripts that are sent as text',
      IN_PUBLIC((path) => (path.endsWith('engine.js') ? { 'content-type': 'text/plain' } : {})),
    ),
    code: 'asset-unavailable',
    told: ['engine.js', '200, text/plain', 'as text/javascript'],
  },
  {
    consumer: plainPage('Assets on another origin that does not share them', {
      script: { options: "{ assets: new URLSearchParams(location.search).get('assets') }" },
      otherOrigin: { folder: 'public/face-verify' },
    }),
    code: 'asset-unavailable',
    told: ['manifest.json', 'CORS', 'Access-Control-Allow-Origin'],
  },
  {
    consumer: plainPage('A policy that lets the page connect nowhere', policy("connect-src 'none'")),
    code: 'asset-unavailable',
    told: ['manifest.json', 'Content-Security-Policy', 'connect-src'],
  },
  {
    consumer: plainPage('A policy without WebAssembly', policy("script-src 'self'")),
    code: 'backend-unavailable',
    told: ['Content-Security-Policy', "'wasm-unsafe-eval'"],
  },
  {
    consumer: plainPage('A policy without WebAssembly, the engine in the page', {
      ...policy("script-src 'self'"),
      script: { options: '{ worker: false }' },
    }),
    code: 'backend-unavailable',
    told: ['Content-Security-Policy', "'wasm-unsafe-eval'"],
  },
  {
    consumer: plainPage('A page without https'),
    host: INSECURE_HOST,
    code: 'backend-unavailable',
    told: ['https'],
  },
];

/** Policies that forbid workers, or a policy of ours for their addresses: the engine runs in the page instead. */
export const WORKERLESS: readonly Consumer[] = [
  plainPage('A policy without workers', policy("worker-src 'none'")),
  plainPage(
    'Trusted Types without a policy of ours',
    policy("require-trusted-types-for 'script'; trusted-types others"),
  ),
].map((consumer) => ({ ...consumer, result: { ...VERIFIED, runsIn: 'this-thread' } }));
