import { type AppScript, appModule, appPage, appScript, photographsIn, VERIFIED } from './app.ts';
import type { Consumer } from './consumer.ts';

const TAG = '<script type="module" src="/main.js"></script>';
const VITE_CONFIG = `import { faceVerifyAssets } from 'face-verify/vite';
export default { plugins: [faceVerifyAssets()] };
`;

/** What a bundler could get in the way of: finding the engine after a router's work, and importing it into the page. */
const DEMANDING = (options = '{}'): AppScript => ({
  options,
  before: "history.pushState({}, '', '/a/route/of/the/app');",
  after: `const here = await createFaceVerifier({ ...${options}, worker: false });
  result.alsoIn = here.engine.runsIn;
  here.dispose();`,
});
const TWICE_VERIFIED = { ...VERIFIED, alsoIn: 'this-thread' };

const VITE = {
  files: { ...photographsIn('public/'), 'vite.config.js': VITE_CONFIG, 'index.html': appPage(TAG) },
};

/** Pages that a bundler built, or serves while they are developed. */
export const BUNDLED_PAGES: readonly Consumer[] = [
  ...['6.4.6', '7.3.8', '8.3.8'].flatMap((version): readonly Consumer[] => {
    const vite = { ...VITE, packages: { vite: version } };
    const files = { ...VITE.files, 'main.js': appScript(DEMANDING()) };
    return [
      {
        ...vite,
        name: `Vite ${version}, build`,
        files,
        commands: ['vite build --logLevel error'],
        site: { folder: 'dist' },
        result: TWICE_VERIFIED,
      },
      {
        ...vite,
        name: `Vite ${version}, development`,
        files,
        site: { command: 'vite --host 127.0.0.1' },
        chatter: /^debug: \[vite\]/,
        result: TWICE_VERIFIED,
      },
      {
        ...vite,
        name: `Vite ${version}, build, in a worker of the page's own`,
        files: {
          ...VITE.files,
          'worker.js': appScript(),
          'main.js': `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = ({ data }) => document.documentElement.setAttribute('data-result', JSON.stringify(data));
`,
        },
        commands: ['vite build --logLevel error'],
        site: { folder: 'dist' },
        // It is a worker already.
        result: { ...VERIFIED, runsIn: 'this-thread' },
      },
    ];
  }),
  {
    ...VITE,
    name: 'Vite 8.3.8, build, below a path and at a relative base',
    packages: { vite: '8.3.8' },
    files: { ...VITE.files, 'main.js': appScript(), 'index.html': appPage(TAG.replace('/main', './main')) },
    commands: ['vite build --logLevel error --base ./'],
    site: { folder: 'dist', at: '/shop/checkout/' },
  },
  bundled('webpack 5.112.2', { webpack: '5.112.2', 'webpack-cli': '7.3.1' }, [
    'webpack build ./main.js -o public --mode production --stats errors-warnings',
  ]),
  bundled('Rspack 2.3.3', { '@rspack/core': '2.3.3', '@rspack/cli': '2.2.8' }, [
    'rspack build --entry ./main.js -o public -m production',
  ]),
  bundled('esbuild 0.28.2', { esbuild: '0.28.2' }, [
    'esbuild main.js --bundle --format=esm --splitting --minify --outdir=public --log-level=warning',
  ]),
  {
    name: 'Parcel 2.16.4',
    packages: { parcel: '2.16.4' },
    files: {
      ...photographsIn('public/'),
      'main.js': appScript(DEMANDING()),
      'index.html': appPage('<script type="module" src="./main.js"></script>'),
    },
    commands: [
      'parcel build index.html --dist-dir public --no-source-maps --no-cache --log-level warn',
      'face-verify assets public/face-verify',
    ],
    site: { folder: 'public' },
    result: TWICE_VERIFIED,
  },
  {
    name: 'Next.js 16.4.6, app router, Turbopack',
    packages: { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' },
    files: {
      ...photographsIn('public/'),
      'app/layout.jsx': `export const metadata = { title: 'A consumer', icons: { icon: 'data:,' } };
export default function Layout({ children }) {
  return <html lang="en" suppressHydrationWarning><body>{children}</body></html>;
}
`,
      'app/page.jsx': `'use client';
import { useEffect } from 'react';
import { start } from './verify.js';
export default function Page() {
  useEffect(() => void start(), []);
  return <p>A consumer</p>;
}
`,
      'app/verify.js': appModule(DEMANDING("{ assets: '/face-verify/' }")),
    },
    commands: ['face-verify assets public/face-verify', 'next build'],
    site: { command: 'next start -H 127.0.0.1 -p 0' },
    serverBuild: '.next/server',
    result: TWICE_VERIFIED,
  },
];

/** A page whose script a bundler writes into the folder that is served. */
function bundled(name: string, packages: Readonly<Record<string, string>>, commands: readonly string[]): Consumer {
  return {
    name,
    packages,
    files: { ...photographsIn('public/'), 'public/index.html': appPage(TAG), 'main.js': appScript(DEMANDING()) },
    commands: [...commands, 'face-verify assets public/face-verify'],
    site: { folder: 'public' },
    result: TWICE_VERIFIED,
  };
}
