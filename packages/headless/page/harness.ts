import { contractId, type Embedding, FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import { type CaptureResult, createFaceVerifier, type FaceVerifier } from 'face-verify';
import type {
  CallHarness,
  CaptureSummary,
  GpuAdapter,
  HarnessOptions,
  LoadSummary,
  PipelineHarness,
  PlainEmbedding,
} from '../src/browser/harness-api.ts';

/** The shipped pipeline as methods that take and give plain JSON. */
class Harness implements PipelineHarness {
  #verifier: FaceVerifier | undefined;

  async load(options: HarnessOptions): Promise<LoadSummary> {
    const startMs = performance.now();
    this.#verifier?.dispose();
    this.#verifier = await createFaceVerifier(options);
    const loadMs = performance.now() - startMs;
    const { backend, card } = this.#verifier;
    const contract = contractId({ modelId: card.id, weightsSha256: card.weights.sha256, dimension: card.dimension });
    return { loadMs, backend, contract };
  }

  async capture(address: string): Promise<CaptureSummary> {
    const response = await fetch(address);
    if (!response.ok) throw new FaceVerifyError('asset-unavailable', 'The photograph could not be read from the disk.');
    return summarise(await this.#loaded().capture(await response.blob()));
  }

  async compare(probe: PlainEmbedding, reference: PlainEmbedding) {
    return this.#loaded().compare(revive(probe), revive(reference));
  }

  async timeCompare(embedding: PlainEmbedding, repeats: number): Promise<number> {
    const verifier = this.#loaded();
    const revived = revive(embedding);
    const startMs = performance.now();
    for (let i = 0; i < repeats; i++) verifier.compare(revived, revived);
    return (performance.now() - startMs) / repeats;
  }

  async findGpuAdapter(): Promise<GpuAdapter | null> {
    const adapter = await navigator.gpu?.requestAdapter();
    if (!adapter) return null;
    const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
    const name = description || [vendor, architecture].filter(Boolean).join(' ') || 'unnamed';
    return { name, software: isFallbackAdapter || architecture === 'swiftshader' };
  }

  #loaded(): FaceVerifier {
    if (this.#verifier === undefined) throw new FaceVerifyError('internal', 'The pipeline has not been loaded.');
    return this.#verifier;
  }
}

function summarise(capture: CaptureResult): CaptureSummary {
  const { image, timings } = capture;
  if (capture.outcome === 'inconclusive') {
    const { outcome, reason, detections } = capture;
    return { outcome, reason, image, faceCount: detections.length, timings };
  }
  const { outcome, detection, landmarks, aligned, embedding } = capture;
  const { vector, norm, contract } = embedding;
  return {
    outcome,
    image,
    box: detection.box,
    landmarks,
    alignedSize: { widthPx: aligned.image.widthPx, heightPx: aligned.image.heightPx },
    embedding: { vector: Array.from(vector), norm, contract },
    timings: capture.timings,
  };
}

function revive({ vector, norm, contract }: PlainEmbedding): Embedding {
  return { vector: Float32Array.from(vector), norm, contract };
}

const harness = new Harness();

const callHarness: CallHarness = async (method, args) => {
  try {
    // The caller's proxy checks the arguments against PipelineHarness.
    const call = harness[method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { ok: true, value: await call.apply(harness, [...args]) };
  } catch (thrown) {
    const { code, message, details } = toFaceVerifyError(thrown, 'internal');
    return { ok: false, error: { code, message, details } };
  }
};

window.callHarness = callHarness;
