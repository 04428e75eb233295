import {
  type Embedding,
  FaceVerifyError,
  type Threshold,
  toFaceVerifyError,
  type VerificationResult,
} from '@face-verify/core';
import type { EmbedderCard } from '@face-verify/nets';
import { throwIfAborted } from './abort.ts';
import type {
  BackendReport,
  CallOptions,
  CaptureResult,
  EnrolmentResult,
  EnrolOptions,
  FaceVerifier,
  ImageSource,
  VerificationReport,
} from './api.ts';
import { CallQueue } from './call-queue.ts';
import { type CapturePipeline, captureFace } from './pipeline/capture-face.ts';
import { decideCaptures, decideEmbeddings } from './pipeline/decide-captures.ts';
import { decideEnrolment } from './pipeline/decide-enrolment.ts';

/** Everything that was loaded. */
export interface FaceVerifierParts {
  readonly pipeline: CapturePipeline;
  readonly backend: BackendReport;
  readonly card: EmbedderCard;
  readonly threshold: Threshold | undefined;
}

type Capture = (source: ImageSource) => Promise<CaptureResult>;

/** The calls of a verifier, over parts that are loaded. It owns the pipeline. */
export class LoadedFaceVerifier implements FaceVerifier {
  readonly #queue = new CallQueue();
  readonly #parts: FaceVerifierParts;
  #disposed = false;

  constructor(parts: FaceVerifierParts) {
    this.#parts = parts;
  }

  get backend(): BackendReport {
    return this.#parts.backend;
  }

  get card(): EmbedderCard {
    return this.#parts.card;
  }

  get threshold(): Threshold | undefined {
    return this.#parts.threshold;
  }

  capture(source: ImageSource, options: CallOptions = {}): Promise<CaptureResult> {
    return this.#call(options, (capture) => capture(source));
  }

  verify(probe: ImageSource, reference: ImageSource, options: CallOptions = {}): Promise<VerificationReport> {
    return this.#call(options, async (capture) => {
      const captures = { probe: await capture(probe), reference: await capture(reference) };
      const start = performance.now();
      const result = decideCaptures(captures.probe, captures.reference, this.threshold);
      return { result, ...captures, backend: this.backend, compareMs: performance.now() - start };
    });
  }

  enrol(sources: readonly ImageSource[], options: EnrolOptions = {}): Promise<EnrolmentResult> {
    return this.#call(options, async (capture) => {
      const captures: CaptureResult[] = [];
      for (const source of sources) captures.push(await capture(source));
      return decideEnrolment(captures, this.threshold, options);
    });
  }

  compare(probe: Embedding, reference: Embedding): VerificationResult {
    this.#assertAlive();
    return decideEmbeddings(probe, reference, this.threshold);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const { detector, landmarks, embedder } = this.#parts.pipeline;
    for (const part of [detector, landmarks, embedder]) part.dispose();
  }

  async #call<Result>({ signal }: CallOptions, call: (capture: Capture) => Promise<Result>): Promise<Result> {
    const assertWanted = () => {
      this.#assertAlive();
      throwIfAborted(signal);
    };
    try {
      assertWanted();
      return await this.#queue.run(() => {
        assertWanted();
        return call((source) => captureFace(this.#parts.pipeline, source, assertWanted));
      }, signal);
    } catch (error) {
      throw toFaceVerifyError(error, 'internal');
    }
  }

  #assertAlive(): void {
    if (this.#disposed) throw new FaceVerifyError('disposed', 'This face verifier has been disposed of.');
  }
}
