import { embeddingCodec, FaceVerifyError } from '@face-verify/core';
import { NETWORKS } from '@face-verify/nets';
import { createFaceVerifier, type FaceVerifier } from 'face-verify';
import type { BackendsHarness, PassCounts, Seen, WholePipeline } from '../src/backends/backends-harness.ts';
import { exposeHarness } from '../src/in-page/expose-harness.ts';
import { fetchPhotograph } from '../src/in-page/fetch-photograph.ts';
import { countPass } from './count-pass.ts';
import { loadCpuEmbedder } from './embed-on-cpu.ts';
import { forceKernels } from './force-kernels.ts';

/** One backend, with the kernels that are wanted, on this thread. */
class Harness implements BackendsHarness {
  #verifier: FaceVerifier | undefined;
  #embedOnCpu: ReturnType<typeof loadCpuEmbedder> | undefined;

  async load(by: WholePipeline): Promise<string> {
    forceKernels(by);
    const backend = by === 'webgpu' ? 'webgpu' : 'wasm';
    this.#verifier = await createFaceVerifier({ backend, detector: 'light', worker: false });
    const { kernels, running } = this.#verifier.backend;
    const found = running === 'webgpu' ? running : (kernels ?? 'tfjs-wasm');
    if (found !== by) throw new FaceVerifyError('internal', `${found} computes instead of ${by}.`);
    const manifest = await (await fetch('face-verify/manifest.json')).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', manifest));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async capture(address: string, onCpu: boolean): Promise<Seen> {
    if (this.#verifier === undefined) throw new FaceVerifyError('internal', 'The pipeline has not been loaded.');
    const capture = await this.#verifier.capture(await fetchPhotograph(address));
    if (capture.outcome === 'inconclusive') return { refusal: capture.reason };
    const embedding = embeddingCodec.encodeText(capture.embedding);
    if (!onCpu) return { embedding };
    this.#embedOnCpu ??= loadCpuEmbedder();
    const embed = await this.#embedOnCpu;
    return { embedding, onCpu: embeddingCodec.encodeText(await embed(capture.aligned.image, capture.embedding)) };
  }

  async countPass(name: string): Promise<PassCounts> {
    const network = NETWORKS[name]?.();
    if (network === undefined) throw new FaceVerifyError('internal', `There is no network ${name}.`);
    return countPass(network);
  }
}

exposeHarness(new Harness());
