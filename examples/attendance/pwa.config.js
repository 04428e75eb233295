import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { VitePWA } from 'vite-plugin-pwa';

const FOLDER = 'attendance';
const ICON = new URL('icon.svg', import.meta.url);

const ICONS = [
  { file: 'icon-192.png', sizePx: 192, purpose: 'any' },
  { file: 'icon-512.png', sizePx: 512, purpose: 'any' },
  { file: 'icon-maskable.png', sizePx: 512, purpose: 'maskable' },
];
const APPLE_ICON = { file: 'apple-touch-icon.png', sizePx: 180, purpose: 'maskable' };

const MANIFEST = {
  name: 'Attendance check-in',
  short_name: 'Check-in',
  description: 'Attendance by face, PIN or card. Faces are compared on this device and stay on it.',
  id: './',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f4f6f8',
  theme_color: '#1d5fae',
  icons: ICONS.map(({ file, sizePx, purpose }) => ({
    src: file,
    sizes: `${sizePx}x${sizePx}`,
    type: 'image/png',
    purpose,
  })),
};

/**
 * Makes the attendance check-in installable, and has it open without a network after the first load: a service worker
 * keeps the page and its scripts. It leaves out the engine and the models, which the SDK keeps itself, by the digests in
 * their list; the list is kept here, since a build of this repository's sources does not know its digest.
 */
export function attendancePwa() {
  return [
    manifestAndIcons,
    ...VitePWA({
      // Of the three pages one is an app: the others get neither manifest nor worker.
      ...{
        manifest: false,
        injectRegister: null,
        filename: `${FOLDER}/sw.js`,
        scope: `/${FOLDER}/`,
        base: `/${FOLDER}/`,
      },
      workbox: {
        globPatterns: [`${FOLDER}/*.{html,png,webmanifest}`, 'assets/*', 'face-verify/manifest.json'],
        // The worker's addresses are relative to where it lies.
        modifyURLPrefix: { [`${FOLDER}/`]: './', 'assets/': '../assets/', 'face-verify/': '../face-verify/' },
        dontCacheBustURLsMatching: /^assets\//,
        ignoreURLParametersMatching: [/^demo$/],
        maximumFileSizeToCacheInBytes: 8 * 2 ** 20,
        navigateFallback: null,
        ...{ clientsClaim: true, skipWaiting: true, cleanupOutdatedCaches: true },
      },
    }),
  ];
}

const manifestAndIcons = {
  name: 'attendance-manifest',
  apply: 'build',
  async generateBundle() {
    const svg = await readFile(ICON, 'utf8');
    for (const { file, sizePx, purpose } of [...ICONS, APPLE_ICON]) {
      // Whoever cuts an icon to their own shape wants no corners of ours.
      const drawn = purpose === 'maskable' ? svg.replace(/ rx="\d+"/, '') : svg;
      const source = await sharp(Buffer.from(drawn), { density: (72 * sizePx) / 64 })
        .resize(sizePx)
        .png()
        .toBuffer();
      this.emitFile({ type: 'asset', fileName: `${FOLDER}/${file}`, source });
    }
    const source = JSON.stringify(MANIFEST, undefined, 1);
    this.emitFile({ type: 'asset', fileName: `${FOLDER}/manifest.webmanifest`, source });
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_, { path }) =>
      path.includes(`${FOLDER}/`)
        ? [
            { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' } },
            { tag: 'link', attrs: { rel: 'apple-touch-icon', href: `./${APPLE_ICON.file}` } },
          ]
        : [],
  },
};
