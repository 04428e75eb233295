import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AssetFile } from '../assets/asset-file.ts';
import { packagedAssets } from '../assets/packaged-assets.ts';
import { withManifest } from '../assets/with-manifest.ts';
import { runCommand } from './run-command.ts';

const FILES = [
  'engine.js',
  'mediapipe/a.wasm',
  ...['face-points', 'blazeface-short-range', 'convfacenext-ps', 'other'].flatMap((model) => [
    `models/${model}/card.json`,
    `models/${model}/weights.bin`,
  ]),
];
const assets: readonly AssetFile[] = FILES.map((path) => ({ path, read: async () => Buffer.from(path) }));

let root: string;
let printed: string[];

/** Runs it in the package that {@link beforeAll} wrote. */
const run = (...args: string[]) =>
  runCommand(args, { packaged: join(root, 'package'), version: '1.2.3', print: (line) => printed.push(line) });
const paths = async (folder: string) => (await packagedAssets(join(root, folder))).map(({ path }) => path);

async function write(folder: string, files: readonly AssetFile[]): Promise<void> {
  for (const { path, read } of files) {
    await mkdir(join(root, folder, path, '..'), { recursive: true });
    await writeFile(join(root, folder, path), await read());
  }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'assets-'));
  await write('package', withManifest(assets, '1.2.3'));
});
afterAll(() => rm(root, { recursive: true }));
beforeEach(() => {
  printed = [];
});

describe('face-verify assets', () => {
  test('copies what every page needs with the default model, and says what it wrote and what servers have to do', async () => {
    expect(await run('assets', join(root, 'default'))).toBe(0);
    const chosen = FILES.filter((path) => !path.includes('other'));
    expect(await paths('default')).toEqual([...chosen, 'manifest.json'].sort());
    for (const words of [...chosen, 'text/javascript', 'wasm-unsafe-eval']) expect(printed.join('\n')).toContain(words);
  });

  test('copies the models that are named, and a model of one’s own with the digest to pass', async () => {
    await write('trained/mine', [
      { path: 'card.json', read: async () => Buffer.from('{}') },
      { path: 'weights.bin', read: async () => Buffer.from('weights') },
    ]);
    const args = ['--model', 'other', '--own-model', join(root, 'trained/mine')];
    expect(await run('assets', join(root, 'own'), ...args)).toBe(0);
    const models = (await paths('own')).filter((path) => path.startsWith('models/') && path.endsWith('card.json'));
    const expected = ['blazeface-short-range', 'face-points', 'mine', 'other'];
    expect(models).toEqual(expected.map((model) => `models/${model}/card.json`));
    expect(printed.join('\n')).toMatch(/name: 'mine', cardSha256: '44136fa355b3678a[0-9a-f]{48}'/);
  });

  test.for([
    [[], 'Usage'],
    [['assets'], 'Usage'],
    [['assets', 'a', 'b'], 'Usage'],
    [['assets', 'a', '--check', 'b'], 'Usage'],
    [['models'], 'Usage'],
    [['assets', 'a', '--modle', 'b'], '--modle'],
    [['assets', 'a', '--model', 'none'], 'There are: blazeface-short-range, convfacenext-ps, face-points, other'],
  ] as const)('%j is no command, and is told why', async ([args, why]) => {
    expect(await run(...args)).toBe(2);
    expect(printed.join('\n')).toContain(why);
  });
});

describe.for(['on the disk', 'on a server'])('face-verify assets --check, of a folder %s,', (where) => {
  let server: Server;
  let type: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      readFile(join(root, request.url ?? '')).then(
        (bytes) => response.setHeader('content-type', type).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void server.close());

  async function check(change: (folder: string) => Promise<unknown> = async () => {}): Promise<string> {
    type = 'text/javascript';
    const folder = await mkdtemp(join(root, 'checked-'));
    await run('assets', folder);
    await change(folder);
    printed = [];
    const { port } = server.address() as AddressInfo;
    const place = where === 'on the disk' ? folder : `http://127.0.0.1:${port}/${folder.slice(root.length + 1)}`;
    const code = await run('assets', '--check', place);
    expect(code).toBe(printed.join('\n').includes('is right') ? 0 : 1);
    return printed.join('\n');
  }

  test('says that it is right, though not every model is there', async () => {
    expect(await check()).toMatch(/is right for face-verify 1\.2\.3/);
  });

  test.for([
    'engine.js',
    'models/face-points/weights.bin',
    'models/blazeface-short-range/weights.bin',
    'models/convfacenext-ps/weights.bin',
    'manifest.json',
  ])('names what is missing: %s', async (path) =>
    expect(await check((folder) => rm(join(folder, path)))).toContain(`${path} is not there`),
  );

  test('names a file that was changed', async () => {
    const said = await check((folder) => writeFile(join(folder, 'mediapipe/a.wasm'), 'changed'));
    expect(said).toMatch(/mediapipe\/a\.wasm is not the file of this version \(7 bytes of 16/);
  });

  test('tells the files of another version by their manifest', async () => {
    const [manifest] = withManifest(assets, '1.0.0').slice(-1);
    const bytes = (await manifest?.read()) ?? '';
    expect(await check((folder) => writeFile(join(folder, 'manifest.json'), bytes))).toContain('its version is 1.0.0');
  });

  test('misses a model that embeds', async () => {
    expect(await check((folder) => rm(join(folder, 'models/convfacenext-ps'), { recursive: true }))).toContain(
      'no model that embeds faces',
    );
  });

  test('names scripts of a type that browsers do not run', async () => {
    const said = await check(async () => {
      type = 'text/plain';
    });
    expect(said).toContain(where === 'on a server' ? 'engine.js is sent as text/plain' : 'is right');
  });
});
