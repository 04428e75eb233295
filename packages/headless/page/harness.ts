import { type ComparedFace, embeddingCodec, FaceVerifyError } from '@face-verify/core';
import { type CaptureResult, createFaceVerifier, type FaceVerifier, type SubjectRule } from 'face-verify';
import type {
  CaptureSummary,
  ComparedSummary,
  CropSummary,
  GpuAdapter,
  HarnessOptions,
  LoadSummary,
  PipelineHarness,
} from '../src/browser/harness-api.ts';
import { exposeHarness } from '../src/in-page/expose-harness.ts';
import { fetchPhotograph } from '../src/in-page/fetch-photograph.ts';
import { cutCrop } from './cut-crop.ts';

/** The shipped pipeline as methods that take and give plain JSON. */
class Harness implements PipelineHarness {
  #verifier: FaceVerifier | undefined;

  async load(options: HarnessOptions): Promise<LoadSummary> {
    const startMs = performance.now();
    this.#verifier?.dispose();
    this.#verifier = await createFaceVerifier(options);
    const loadMs = performance.now() - startMs;
    const { backend, contract, card } = this.#verifier;
    return { loadMs, backend, contract, thresholds: card.thresholds };
  }

  async capture(address: string, subject: SubjectRule = 'only'): Promise<CaptureSummary> {
    return summarise(await this.#loaded().capture(await fetchPhotograph(address), { subject }));
  }

  async cropFace(address: string, marginPx: number): Promise<CropSummary> {
    const file = await fetchPhotograph(address);
    const capture = await this.#loaded().capture(file);
    if (capture.outcome === 'inconclusive') return { outcome: 'inconclusive', reason: capture.reason };
    const { widthPx, data } = await cutCrop(file, capture, marginPx);
    return { outcome: 'captured', landmarks: capture.landmarks, sizePx: widthPx, rgb: toBase64(data) };
  }

  async compare(probe: ComparedSummary, reference: ComparedSummary) {
    return this.#loaded().compare(revive(probe), revive(reference));
  }

  async timeCompare(capture: ComparedSummary, repeats: number): Promise<number> {
    const verifier = this.#loaded();
    const revived = revive(capture);
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
  return {
    outcome,
    image,
    box: detection.box,
    landmarks,
    alignedSize: { widthPx: aligned.image.widthPx, heightPx: aligned.image.heightPx },
    embedding: embeddingCodec.encodeText(embedding),
    timings: capture.timings,
  };
}

function revive(capture: ComparedSummary): ComparedFace {
  if (capture.outcome === 'inconclusive') return capture;
  return { outcome: capture.outcome, embedding: embeddingCodec.decode(capture.embedding) };
}

function toBase64(bytes: ArrayLike<number>): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i++) binary += String.fromCharCode(bytes[i] as number);
  return btoa(binary);
}

exposeHarness(new Harness());
