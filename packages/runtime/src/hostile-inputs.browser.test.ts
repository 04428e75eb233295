import { deleteDB } from 'idb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostilePhotographs } from '../testing/hostile-photographs.ts';
import { HandsOff, hostileValues } from '../testing/hostile-values.ts';
import type { CapturedFace, FaceVerifier, FaceVerifierOptions } from './api.ts';
import type { Attempts } from './attempts/attempts.ts';
import { createAttempts } from './attempts/create-attempts.ts';
import {
  createFaceVerifier,
  createGallery,
  embeddingCodec,
  expectedFpir,
  type FaceSession,
  type FaceTemplate,
  FaceVerifyError,
  type Gallery,
  galleryCodec,
  type SessionState,
  takeFrames,
  templateCodec,
  toFaceVerifyError,
  watchFace,
} from './index.ts';
import { createResultSigner, type ResultSigner, type SignableResult } from './signed-result/create-result-signer.ts';
import { verifyResult } from './signed-result/verify-result.ts';
import { createVault } from './vault/create-vault.ts';
import type { Vault } from './vault/vault.ts';

/*
 * Every public function gets everything that it should not get. It may refuse, with a coded error, or give a result that
 * promises nothing; it may not hang, not throw anything else, and never find anybody. To add a function, add a row.
 */

/** Hostile input has no type. */
type Hostile = never;
type Call = (hostile: Hostile, setting: Setting) => unknown;

/** What functions need besides the hostile input. */
interface Setting {
  readonly verifier: FaceVerifier;
  readonly ada: Blob;
  readonly nobody: Blob;
  readonly capture: CapturedFace;
  readonly template: FaceTemplate;
  readonly gallery: Gallery;
  readonly vault: Vault;
  readonly exported: string;
  readonly attempts: Attempts;
  readonly signer: ResultSigner;
}

const SERVED = { assets: '/face-verify/', backend: 'wasm' } as const satisfies FaceVerifierOptions;
const NAME = 'hostile-inputs';
const CONSENT = { givenBy: 'Ada', textVersion: '1', purpose: 'test', givenAtMs: 1 };
const RESULT: SignableResult = { outcome: 'non-match', similarity: 0, threshold: { fmr: 0.001 } };
const FOR_WHOM = { nonce: 'n', audience: 'a', contract: 'c' };

/** Take a photograph, which all go the same way. */
const PHOTOGRAPHERS: Readonly<Record<string, Call>> = {
  'verifier.capture(it)': (it, { verifier }) => verifier.capture(it),
  'verifier.verify(it, …)': (it, { verifier, ada }) => verifier.verify(it, ada),
};

/** Options of a call about nobody, so that those that are right do no harm. */
const OPTIONS: Readonly<Record<string, Call>> = {
  'verifier.capture(…, it)': (it, { verifier, nobody }) => verifier.capture(nobody, it),
  'verifier.capture(…, { signal: it })': (it, { verifier, nobody }) => verifier.capture(nobody, { signal: it }),
  'verifier.verify(…, …, it)': (it, { verifier, nobody }) => verifier.verify(nobody, nobody, it),
  'verifier.verify(…, { threshold: it })': (it, { verifier, nobody }) =>
    verifier.verify(nobody, nobody, { threshold: it }),
  'verifier.enrol(…, it)': (it, { verifier, nobody }) => verifier.enrol([nobody], it),
  'verifier.enrol(…, { linkSimilarity: it })': (it, { verifier, nobody }) =>
    verifier.enrol([nobody], { linkSimilarity: it }),
  'verifier.identify(…, { k: it })': (it, { verifier, gallery }) =>
    verifier.identify({ outcome: 'inconclusive', reason: 'no-face' }, gallery, { k: it }),
  'verifier.findDuplicates(…, { limit: it })': (it, { verifier, gallery }) =>
    verifier.findDuplicates(gallery, { limit: it }),
  'verifier.watch(…, it)': (it, { verifier }) => underWay(verifier.watch(document.createElement('video'), it)),
  ...Object.fromEntries(
    ['liveness', 'frames', 'keepCamera', 'onState', 'signal'].map((name) => [
      `verifier.watch(…, { ${name}: it })`,
      (it: Hostile, { verifier }: Setting) =>
        underWay(verifier.watch(document.createElement('video'), { mode: 'capture', [name]: it })),
    ]),
  ),
  'takeFrames(…, it)': (it) => takeFrames(document.createElement('video'), it),
  'takeFrames(…, { count: it })': (it) => takeFrames(document.createElement('video'), { count: it }),
  'vault.read(…, it)': (it, { vault }) => vault.read('ada', it),
  'vault.gallery(it)': (it, { vault }) => vault.gallery(it),
  'vault.export({ passphrase: it })': (it, { vault }) => vault.export({ ids: [], passphrase: it }),
  'vault.import(…, it)': (it, { vault, exported }) => vault.import(exported, it),
  'createVault(it)': (it) => createVault(it),
  'createVault({ name: it })': (it) => createVault({ name: it }),
  'createAttempts({ now: it })': (it) => createAttempts({ now: it }),
  'createResultSigner({ name: it })': (it) => createResultSigner({ name: it }),
  'signer.sign(…, it)': (it, { signer }) => signer.sign(RESULT, it),
  'signer.sign(…, { nonce: it })': (it, { signer }) => signer.sign(RESULT, { ...FOR_WHOM, nonce: it }),
  'verifyResult(…, it)': (it) => verifyResult('', it),
  'verifyResult(…, { jwk: it })': (it) => verifyResult('', { jwk: it, nonce: 'n', audience: 'a', maxAgeMs: 1 }),
  'createFaceVerifier({ backend: it })': (it) =>
    createFaceVerifier({ ...SERVED, assets: '/never-there/', backend: it }),
  'createFaceVerifier({ model: it })': (it) => createFaceVerifier({ ...SERVED, assets: '/never-there/', model: it }),
  'createFaceVerifier({ assets: it })': (it) => createFaceVerifier({ ...SERVED, assets: it }),
};

/** Take faces, templates, ids, texts and bytes. */
const TAKERS: Readonly<Record<string, Call>> = {
  ...PHOTOGRAPHERS,
  'verifier.verify(…, it)': (it, { verifier, ada }) => verifier.verify(ada, it),
  'verifier.enrol([it])': (it, { verifier }) => verifier.enrol([it]),
  'verifier.enrol(it)': (it, { verifier }) => verifier.enrol(it),
  'verifier.compare(it, …)': (it, { verifier, capture }) => verifier.compare(it, capture),
  'verifier.compare(…, it)': (it, { verifier, capture }) => verifier.compare(capture, it),
  'verifier.compare({ embedding: it }, …)': (it, { verifier, capture }) =>
    verifier.compare({ embedding: it, faceCount: 1 }, capture),
  'verifier.compare({ vector: it }, …)': (it, { verifier, capture }) =>
    verifier.compare({ ...capture.embedding, vector: it }, capture),
  'verifier.compare({ contract: it }, …)': (it, { verifier, capture }) =>
    verifier.compare({ ...capture.embedding, contract: it }, capture),
  'verifier.identify(it, …)': (it, { verifier, gallery }) => verifier.identify(it, gallery),
  'verifier.identify(…, it)': (it, { verifier, capture }) => verifier.identify(capture, it),
  'verifier.watch(it, …)': (it, { verifier }) => underWay(verifier.watch(it, { mode: 'capture' })),
  'verifier.watch({ camera: it }, …)': (it, { verifier }) =>
    underWay(verifier.watch({ camera: it }, { mode: 'capture' })),
  'verifier.watch(…, { reference: it })': (it, { verifier }) =>
    underWay(verifier.watch(document.createElement('video'), { mode: 'verify', reference: it })),
  'verifier.watch(…, { gallery: it })': (it, { verifier }) =>
    underWay(verifier.watch(document.createElement('video'), { mode: 'identify', gallery: it })),
  'watchFace(it, …)': (it) => underWay(watchFace(it, document.createElement('video'), { mode: 'capture' })),
  'verifier.findDuplicates(it)': (it, { verifier }) => verifier.findDuplicates(it),
  'createGallery(it)': (it) => createGallery(it),
  'gallery.add(it, …)': (it, { verifier, template }) => createGallery(verifier.contract).add(it, template),
  'gallery.add(…, it)': (it, { verifier }) => createGallery(verifier.contract).add('x', it),
  'gallery.replace(…, it)': (it, { gallery }) => gallery.replace('ada', it),
  'gallery.remove(it)': (it, { gallery }) => gallery.remove(it),
  'gallery.has(it)': (it, { gallery }) => gallery.has(it),
  'gallery.get(it)': (it, { gallery }) => gallery.get(it),
  'expectedFpir(it, …)': (it) => expectedFpir(it, 10),
  'takeFrames(it, …)': (it) => takeFrames(it, { count: 1 }),
  ...Object.fromEntries(
    Object.entries({ embeddingCodec, templateCodec, galleryCodec }).flatMap(([name, codec]) => [
      [`${name}.decode(it)`, (it: Hostile) => codec.decode(it)],
      [`${name}.encode(it)`, (it: Hostile) => codec.encode(it)],
    ]),
  ),
  'templateCodec.encodeText(it)': (it) => templateCodec.encodeText(it),
  'toFaceVerifyError(it, …)': (it) => toFaceVerifyError(it, 'image-unreadable'),
  'new FaceVerifyError(…, { cause: it })': (it) => new FaceVerifyError('image-empty', 'Nothing.', { cause: it }),
  'vault.store(it)': (it, { vault }) => vault.store(it),
  'vault.store({ id: it })': (it, setting) => createVault({ name: `${NAME}-ids` }).store({ ...entry(setting), id: it }),
  'vault.store({ template: it })': (it, setting) => setting.vault.store({ ...entry(setting), template: it }),
  'vault.store({ consent: it })': (it, setting) => setting.vault.store({ ...entry(setting), consent: it }),
  'vault.store({ expiresAtMs: it })': (it, setting) => setting.vault.store({ ...entry(setting), expiresAtMs: it }),
  'vault.read(it, …)': (it, { vault, verifier }) => vault.read(it, verifier),
  'vault.delete(it)': (it, { vault }) => vault.delete(it),
  'vault.export({ ids: it })': (it, { vault }) => vault.export({ ids: it }),
  'vault.import(it)': (it, { vault }) => vault.import(it),
  'vault.import(it, …)': (it, { vault }) => vault.import(it, { passphrase: 'correct horse battery staple' }),
  'attempts.guard(it, …)': (it, { attempts }) => attempts.guard(it, async () => ({ outcome: 'non-match' })),
  'attempts.guard(…, it)': (it, { attempts }) => attempts.guard(crypto.randomUUID(), it),
  'attempts.permission(it)': (it, { attempts }) => attempts.permission(it),
  'attempts.reset(it)': (it, { attempts }) => attempts.reset(it),
  'signer.sign(it, …)': (it, { signer }) => signer.sign(it, FOR_WHOM),
  'verifyResult(it, …)': async (it, { signer }) =>
    verifyResult(it, { jwk: (await signer.publicKey()).jwk, nonce: 'n', audience: 'a', maxAgeMs: 1 }),
};

/** Where a session stands as soon as all is loaded that it needs. */
async function underWay(session: FaceSession): Promise<SessionState> {
  await new Promise<void>((resolve) => {
    const look = () => session.state.phase !== 'loading' && resolve();
    session.subscribe(look);
    look();
  });
  const { state } = session;
  session.stop();
  if (state.phase === 'failed') throw new FaceVerifyError(state.code, 'The session failed.');
  return state;
}

/** The first verifier that a server serves has its engine built. */
const ENGINE_BUILT_MS = 180_000;
/** Far above what any of this takes, far below the patience of the test. */
const HANGS_AFTER_MS = 20_000;
/** What only a face that was found may give. */
const PROMISES = ['match', 'identified', 'enrolled', 'found'];

let setting: Setting;

beforeAll(async () => {
  const load = async (name: string) => (await fetch(`/rendered/${name}`)).blob();
  const [ada, nobody] = await Promise.all([load('ada-front.jpg'), load('nobody.jpg')]);
  // Builds the engine, which takes longer than a verifier waits.
  await fetch('/face-verify/manifest.json');
  const verifier = await createFaceVerifier(SERVED);
  const enrolled = await verifier.enrol([ada]);
  const [capture] = enrolled.captures;
  if (enrolled.outcome !== 'enrolled' || capture?.outcome !== 'captured') throw new Error('Ada was not enrolled.');
  const { template } = enrolled;
  const gallery = createGallery(verifier.contract);
  gallery.add('ada', template);
  const vault = createVault({ name: NAME });
  const parts = { verifier, ada, nobody, capture, template, gallery, vault };
  const attempts = createAttempts({ name: NAME });
  const signer = createResultSigner({ name: NAME });
  setting = { ...parts, exported: (await vault.export()).text, attempts, signer };
}, ENGINE_BUILT_MS);

afterAll(async () => {
  setting?.verifier.dispose();
  await Promise.all(['vault', 'ids-vault', 'attempts', 'device'].map((part) => deleteDB(`${NAME}-${part}`)));
});

function entry({ template }: Setting) {
  return { id: 'somebody', template, consent: CONSENT, expiresAtMs: Date.now() + 60_000 };
}

/** What is wrong with how a call ended; undefined where nothing is. */
async function complaint(call: Call, hostile: unknown): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('hangs'), HANGS_AFTER_MS);
  });
  const ends = (async () => {
    try {
      const result = await call(hostile as Hostile, setting);
      return promises(result) ? 'promises a face' : undefined;
    } catch (error) {
      // The caller's own object threw.
      if (error instanceof HandsOff) return undefined;
      if (!(error instanceof FaceVerifyError)) return `throws ${error}`;
      return error.code === 'internal' ? `is a mistake: ${error.message}` : undefined;
    }
  })();
  return Promise.race([ends, hang]).finally(() => clearTimeout(timer));
}

function promises(result: unknown): boolean {
  const { outcome, result: decided } = Object(result) as Record<string, unknown>;
  return [outcome, Object(decided).outcome].some((promise) => PROMISES.includes(promise as string));
}

/** Everything that a call has against it, by the name of what it was given. */
async function complaints(call: Call, inputs: Readonly<Record<string, unknown>>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, hostile] of Object.entries(inputs)) {
    const wrong = await complaint(call, hostile);
    if (wrong !== undefined) found[name] = wrong;
  }
  return found;
}

describe('hostile values', () => {
  test.for(Object.entries({ ...TAKERS, ...OPTIONS }))('are no face and no danger to %s', async ([, call]) => {
    expect(await complaints(call, hostileValues())).toEqual({});
  });
});

describe('hostile photographs', () => {
  test.for(Object.entries(PHOTOGRAPHERS))('are no face and no danger to %s', async ([, call]) => {
    expect(await complaints(call, await hostilePhotographs())).toEqual({});
  });
});

describe('after all of this', () => {
  test('everything works as before', async () => {
    const { verifier, ada, nobody, capture, gallery, template, vault, attempts } = setting;
    expect((await verifier.verify(ada, ada)).result).toMatchObject({ outcome: 'match' });
    expect((await verifier.verify(nobody, ada)).result).toMatchObject({ outcome: 'inconclusive' });
    expect(verifier.identify(capture, gallery, { threshold: { fmr: 0.001 } })).toMatchObject({ outcome: 'identified' });
    await vault.store({ ...entry(setting), id: 'ada', template });
    expect(await vault.read('ada', verifier)).toMatchObject({ outcome: 'found' });
    expect((await vault.list()).listings).toHaveLength(1);
    expect(await attempts.permission('ada')).toEqual({ permission: 'allowed' });
  });

  test('no script of an input has run', () => {
    expect(globalThis).not.toHaveProperty('hacked');
  });

  test('there were more than 4,000 inputs', async () => {
    const values = Object.keys({ ...TAKERS, ...OPTIONS }).length * Object.keys(hostileValues()).length;
    const photographs = Object.keys(PHOTOGRAPHERS).length * Object.keys(await hostilePhotographs()).length;
    expect(values + photographs).toBeGreaterThan(4000);
  });
});
