import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@face-verify/repository';
import { fixturePath } from '@face-verify/testkit/node';
import type { Page } from 'playwright';
import type { Files } from './app.ts';
import type { Consumer } from './consumer.ts';

const EXAMPLES = join(REPOSITORY, 'examples', 'frameworks');
const PHOTOGRAPHS: Files = {
  'me.jpg': readFileSync(fixturePath('ada-smiling.jpg')),
  'somebody-else.jpg': readFileSync(fixturePath('dieter-front.jpg')),
};
const PHOTOGRAPHS_BYTES = Object.values(PHOTOGRAPHS).reduce((sum, { length }) => sum + length, 0);

/** By the folders of their examples. */
const FRAMEWORKS = { react: 'React', vue: 'Vue', svelte: 'Svelte', angular: 'Angular' };
/** What the servers of these pages say, whoever asks. */
const NONCE = 'a-nonce-that-is-used-once';
const FALLBACK = 'Wait for the camera, or use a PIN.';

/** Pages with `<face-verify>`, before a camera that sees Ada: in the ways of frameworks, built by their own tools, and in none. */
export const ELEMENT_PAGES: readonly Consumer[] = [
  {
    name: '`<face-verify>` in a plain page',
    files: {
      ...photographsIn('public/'),
      'public/index.html': `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Check in</title>
  <link rel="icon" href="data:," />
  <script type="module" src="./face-verify/face-verify-element.js"></script>
  <face-verify reference="./me.jpg"></face-verify>
  <output></output>
  <script>
    const say = ({ detail }) => (document.querySelector('output').textContent = detail.code);
    for (const name of ['started', 'finished', 'failed']) document.addEventListener('face-verify-' + name, say);
  </script>
</html>
`,
    },
    commands: ['face-verify assets public/face-verify'],
    site: { folder: 'public' },
    photographsBytes: PHOTOGRAPHS_BYTES,
    use: (page) => asBoth(page, () => attempt(page)),
  },
  {
    name: '`<face-verify>` that Next.js renders on the server',
    packages: { next: '16.4.6', react: '19.3.1', 'react-dom': '19.3.1' },
    files: {
      ...photographsIn('public/'),
      'app/layout.jsx': `export const metadata = { title: 'Check in', icons: { icon: 'data:,' } };
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
      'app/page.jsx': `'use client';
import 'face-verify/element';
import { useEffect, useRef, useState } from 'react';
export default function Page() {
  const [said, say] = useState('');
  const element = useRef(null);
  useEffect(() => {
    const told = ({ detail }) => say(detail.code);
    const stop = new AbortController();
    for (const name of ['started', 'finished', 'failed'])
      element.current.addEventListener('face-verify-' + name, told, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return <>
    <face-verify ref={element} reference="/me.jpg"><p>${FALLBACK}</p></face-verify>
    <output>{said}</output>
  </>;
}
`,
    },
    commands: ['face-verify assets public/face-verify', 'next build'],
    site: { command: 'next start -H 127.0.0.1 -p 0' },
    serverBuild: '.next/server',
    photographsBytes: PHOTOGRAPHS_BYTES,
    use: async (page) => {
      const sent = await (await page.request.get(page.url())).text();
      if (!/<face-verify[^>]*><p>/.test(sent)) throw new Error('The server did not render what is in the element.');
      await page.getByText(FALLBACK).waitFor({ state: 'hidden' });
      return asBoth(page, () => attempt(page));
    },
  },
  ...Object.entries(FRAMEWORKS).map(([name, title]): Consumer => {
    const { dependencies, devDependencies, scripts } = JSON.parse(textOf(name, 'package.json'));
    const { 'face-verify': _, ...packages } = { ...dependencies, ...devDependencies };
    return {
      name: `\`<face-verify>\` in a form of ${title}`,
      packages,
      files: { ...photographsIn('public/'), ...sourcesOf(name), 'public/nonce': NONCE },
      commands: scripts.build.split(' && '),
      site: { folder: 'dist' },
      photographsBytes: PHOTOGRAPHS_BYTES,
      use: checkIn,
    };
  }),
];

/** Time for a busy machine. */
const PATIENCE_MS = 240_000;

function photographsIn(folder: string): Files {
  return Object.fromEntries(Object.entries(PHOTOGRAPHS).map(([name, bytes]) => [folder + name, bytes]));
}

function textOf(name: string, path: string): string {
  return readFileSync(join(EXAMPLES, name, path), 'utf8');
}

function sourcesOf(name: string): Files {
  const paths = readdirSync(join(EXAMPLES, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'package.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(join(EXAMPLES, name).length + 1));
  return Object.fromEntries(paths.map((path) => [path, textOf(name, path)]));
}

/** What comes of an attempt of Ada, whom the camera sees, to be taken for herself and for somebody else. */
async function asBoth(page: Page, attempted: () => Promise<string>): Promise<object> {
  const same = await attempted();
  await page.evaluate(() => {
    const element = document.querySelector('face-verify');
    element?.reset();
    Object.assign(element ?? {}, { reference: '/somebody-else.jpg' });
  });
  return { same, different: await attempted(), runsIn: 'worker' };
}

async function attempt(page: Page): Promise<string> {
  await page
    .locator('face-verify')
    .getByRole('button', { name: /Start|Try again/ })
    .click();
  await page.locator('face-verify:state(done)').waitFor({ timeout: PATIENCE_MS });
  const said = page.locator('output');
  await said.getByText(/^(?:match|non-match|inconclusive)$/).waitFor();
  return said.innerText();
}

/** The same by a form, which sends what was signed. */
async function checkIn(page: Page): Promise<object> {
  return asBoth(page, async () => {
    const outcome = await attempt(page);
    const posted = page.waitForRequest('**/check-in');
    await page.getByRole('button', { name: 'Check in' }).click();
    const [, token = ''] = /name="proof"\s+(\S+)/.exec((await posted).postData() ?? '') ?? [];
    await page.locator('output').getByText('Checked in').waitFor();
    const signed = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}');
    return signed.outcome === outcome && signed.nonce === NONCE ? outcome : `signed: ${JSON.stringify(signed)}`;
  });
}
