import { appPage, VERIFIED } from './app.ts';
import type { Consumer } from './consumer.ts';
import { plainPage, SCRIPT_TAG } from './plain-page.ts';

const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "require-trusted-types-for 'script'",
  'trusted-types face-verify',
].join('; ');

const FROM_QUERY = { options: "{ assets: new URLSearchParams(location.search).get('assets') }" };

/** Trains a model of the page's own by its own TensorFlow.js, and throws where that does not learn, or has moved. */
const TRAIN = `
  const train = async () => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
    const { history } = await model.fit(tf.tensor2d([[0, 1], [1, 0], [1, 1]]), tf.tensor2d([[1], [2], [3]]), { epochs: 30, verbose: 0 });
    const { loss } = history;
    if (!(loss.at(-1) < loss[0] / 10)) throw new Error('It does not learn: ' + loss[0] + ' to ' + loss.at(-1));
    return tf.getBackend() + ' of TensorFlow.js ' + tf.version_core;
  };
  await tf.setBackend('cpu');
  const before = await train();`;
const TRAIN_AGAIN = `
  const after = await train();
  if (after !== before) throw new Error(before + ' became ' + after);`;

/** Pages that nothing was built for, on servers of different habits. */
export const PLAIN_PAGES: readonly Consumer[] = [
  plainPage('A plain page'),
  plainPage('A plain page with a route of its own', { script: { before: "history.pushState({}, '', '/a/route');" } }),
  plainPage('A plain page, the engine in the page itself', {
    script: { options: '{ worker: false }' },
    result: { ...VERIFIED, runsIn: 'this-thread' },
  }),
  plainPage('A plain page below a path', { site: { folder: 'public', at: '/deep/down/' } }),
  plainPage('A page with an import map', {
    script: { from: 'face-verify', options: "{ assets: '/node_modules/face-verify/dist/assets/' }" },
    files: {
      'index.html': appPage(
        '<script type="importmap">{ "imports": { "face-verify": "/node_modules/face-verify/dist/index.js" } }</script>',
        SCRIPT_TAG.replace('./', '/public/'),
      ),
    },
    photographs: '',
    site: { folder: '.' },
  }),
  plainPage('Assets on another origin', {
    script: FROM_QUERY,
    otherOrigin: { folder: 'public/face-verify', headers: () => ({ 'access-control-allow-origin': '*' }) },
  }),
  plainPage('A cross-origin isolated page (COOP, COEP)', {
    script: { before: "if (!crossOriginIsolated) throw new Error('This page is not isolated.');" },
    site: {
      folder: 'public',
      headers: () => ({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      }),
    },
  }),
  plainPage('A page under a strict Content-Security-Policy with Trusted Types', {
    site: { folder: 'public', headers: () => ({ 'content-security-policy': STRICT_POLICY }) },
  }),
  plainPage('A strict Content-Security-Policy, the engine in the page itself', {
    script: { options: '{ worker: false }' },
    site: { folder: 'public', headers: () => ({ 'content-security-policy': STRICT_POLICY }) },
    result: { ...VERIFIED, runsIn: 'this-thread' },
  }),
  plainPage('A file server that names hardly any types and keeps nothing, as in Electron', {
    site: {
      folder: 'public',
      headers: (path) => ({
        'content-type': /\.(?:js|html)$/.test(path)
          ? path.endsWith('js')
            ? 'application/javascript'
            : 'text/html'
          : '',
        'cache-control': 'no-store',
      }),
    },
  }),
  ...['4.22.0', '2.8.6'].flatMap((version) =>
    ([true, false] as const).map((worker) =>
      plainPage(
        `A page that trains with TensorFlow.js ${version}, the engine ${worker ? 'in a worker' : 'in the page'}`,
        {
          packages: { '@tensorflow/tfjs': version },
          script: {
            from: '/public/face-verify/face-verify.js',
            options: `{ worker: ${worker} }`,
            before: TRAIN,
            after: TRAIN_AGAIN,
          },
          files: {
            'index.html': appPage(
              '<script src="/node_modules/@tensorflow/tfjs/dist/tf.min.js"></script>',
              SCRIPT_TAG.replace('./', '/public/'),
            ),
          },
          photographs: '',
          site: { folder: '.' },
          result: { ...VERIFIED, runsIn: worker ? 'worker' : 'this-thread' },
        },
      ),
    ),
  ),
];
