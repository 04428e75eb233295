import type { BrowserFeature, MissingFeature, SupportReport } from './api.ts';
import { askGpu, FALLBACK_REASONS } from './backend/backend-candidates.ts';
import { hasOffscreenWebGl, hasPageWebGl } from './engine/choose-place.ts';

type Consequence = Omit<MissingFeature, 'feature'>;

const required = (consequence: string): Consequence => ({ required: true, consequence });
const useful = (consequence: string): Consequence => ({ required: false, consequence });

const CONSEQUENCES = {
  browser: required('Faces are verified in the visitor’s browser, and this is no browser.'),
  'secure-context': required('The page has to be on https or localhost: elsewhere browsers check no digests.'),
  'wasm-simd': required('The browser is too old, or its WebAssembly is switched off: networks cannot be computed.'),
  'offscreen-canvas': required('The browser is too old to read photographs; Safari has what it takes from 16.4 on.'),
  webgl: useful(
    'Faces are found by the light detector, since MediaPipe’s needs WebGL: it is switched off, blocked or broken.',
  ),
  workers: useful('Faces are looked at on the page’s own thread, which stands still meanwhile.'),
  'offscreen-webgl': useful(
    'With MediaPipe’s detector faces are looked at on the page’s own thread, which stands still meanwhile.',
  ),
  camera: useful('The browser gives this page no cameras; photographs can be verified.'),
  'video-frames': useful(
    'The browser is too old to watch a video (Firefox has what it takes from 132 on); photographs can be verified.',
  ),
} satisfies Partial<Record<BrowserFeature, Consequence>>;

/**
 * Whether faces can be verified here, and what is missing. Loads nothing.
 *
 * @example
 * const { supported, missing } = await checkSupport();
 * if (!supported) console.log(missing.map(({ consequence }) => consequence).join(' '));
 */
export async function checkSupport(): Promise<SupportReport> {
  const isPage = globalThis.document !== undefined;
  if (!isPage && !('WorkerGlobalScope' in globalThis)) return report([lack('browser')]);
  const missing: MissingFeature[] = [];
  const need = (feature: keyof typeof CONSEQUENCES, present: boolean) => {
    if (!present) missing.push(lack(feature));
  };
  need('secure-context', globalThis.isSecureContext);
  need('wasm-simd', hasWasmSimd());
  need('offscreen-canvas', globalThis.OffscreenCanvas !== undefined);
  need('workers', globalThis.Worker !== undefined);
  if (!hasOffscreenWebGl(globalThis)) need(hasPageWebGl(globalThis) ? 'offscreen-webgl' : 'webgl', false);
  if (isPage) {
    need('camera', globalThis.navigator.mediaDevices?.getUserMedia !== undefined);
    need('video-frames', 'requestVideoFrameCallback' in HTMLVideoElement.prototype);
  }
  const { state } = await askGpu(globalThis.navigator.gpu);
  if (state !== 'hardware') {
    missing.push({ feature: 'webgpu', ...useful(`${FALLBACK_REASONS[state]} Networks are computed by WebAssembly.`) });
  }
  return report(missing);
}

function lack(feature: keyof typeof CONSEQUENCES): MissingFeature {
  return { feature, ...CONSEQUENCES[feature] };
}

function report(missing: readonly MissingFeature[]): SupportReport {
  return { supported: !missing.some(({ required }) => required), missing };
}

function hasWasmSimd(): boolean {
  return globalThis.WebAssembly?.validate(SIMD_MODULE) ?? false;
}

/** One function, whose result is a vector of zeros. */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0], // Magic number and version.
  ...[1, 5, 1, 96, 0, 1, 123], // Type: () → v128.
  ...[3, 2, 1, 0], // Function 0 of that type.
  ...[10, 22, 1, 20, 0, 253, 12, ...new Array<number>(16).fill(0), 11], // v128.const 0.
);
