import {
  type ComparedFace,
  type ContractId,
  chooseThreshold,
  compareFaces,
  type DecisionRule,
  type DecisionThreshold,
  type DuplicatesResult,
  type Embedding,
  FaceVerifyError,
  findDuplicates,
  type Gallery,
  type IdentificationResult,
  type IdentificationRule,
  type IdentifyOptions,
  identify,
  toFaceVerifyError,
  type VerificationResult,
} from '@face-verify/core';
import type { EmbedderCard } from '@face-verify/nets';
import type {
  BackendReport,
  CallOptions,
  CaptureOptions,
  CaptureResult,
  CompareOptions,
  DetectorReport,
  EngineReport,
  EnrolmentResult,
  EnrolOptions,
  FaceVerifier,
  FindDuplicatesOptions,
  ImageSource,
  SubjectRule,
  VerificationReport,
  VerifyOptions,
} from './api.ts';
import { CallQueue } from './call-queue.ts';
import { CallScope } from './call-scope.ts';
import { type HeldSource, holdSource } from './decode/hold-source.ts';
import type { FaceEngine } from './engine/face-engine.ts';
import { runInSlices } from './gallery/run-in-slices.ts';
import {
  CAPTURE_OPTIONS,
  COMPARE_OPTIONS,
  ENROL_OPTIONS,
  FIND_DUPLICATES_OPTIONS,
  IDENTIFY_OPTIONS,
  VERIFY_OPTIONS,
} from './options/call-options.ts';
import { checkOptions } from './options/check-options.ts';
import { decideEnrolment } from './pipeline/decide-enrolment.ts';
import { embedMirrored } from './pipeline/embed-mirrored.ts';
import { type SessionParts, startSession } from './session/start-session.ts';
import type { CameraSource, FaceSession, WatchOptions, WatchResults } from './session/watch-options.ts';

/** The calls of a verifier: what is decided about that which an engine sees. It owns the engine. */
export class LoadedFaceVerifier implements FaceVerifier {
  readonly engine: EngineReport;
  readonly threshold: DecisionThreshold | undefined;
  readonly #engine: FaceEngine;
  readonly #queue = new CallQueue();
  readonly #disposal = new AbortController();

  constructor(engine: FaceEngine, report: EngineReport, threshold: DecisionThreshold | undefined) {
    this.#engine = engine;
    this.engine = report;
    this.threshold = threshold;
  }

  get backend(): BackendReport {
    return this.#engine.facts.backend;
  }

  get detector(): DetectorReport {
    return this.#engine.facts.detector;
  }

  get card(): EmbedderCard {
    return this.#engine.facts.card;
  }

  get contract(): ContractId {
    return this.#engine.facts.contract;
  }

  async capture(source: ImageSource, options: CaptureOptions = {}): Promise<CaptureResult> {
    checkOptions(options, CAPTURE_OPTIONS);
    return this.#call([source], [options.subject], options, ([capture]) => capture as CaptureResult);
  }

  async verify(probe: ImageSource, reference: ImageSource, options: VerifyOptions = {}): Promise<VerificationReport> {
    checkOptions(options, VERIFY_OPTIONS);
    const rule = this.#ruleOf(options);
    const { subject } = options;
    const subjects = typeof subject === 'object' ? [subject.probe, subject.reference] : [subject, subject];
    return this.#call([probe, reference], subjects, options, (captures) => {
      const [probe, reference] = captures as [CaptureResult, CaptureResult];
      const start = performance.now();
      const result = compareFaces(probe, reference, rule);
      return { result, probe, reference, backend: this.backend, compareMs: performance.now() - start };
    });
  }

  async enrol(sources: readonly ImageSource[], options: EnrolOptions = {}): Promise<EnrolmentResult> {
    checkOptions(options, ENROL_OPTIONS);
    if (!Array.isArray(sources)) {
      throw new FaceVerifyError(
        'option-invalid',
        'Enrolment takes an array of sources: [file] for one of them, Array.from(input.files) for a FileList.',
      );
    }
    if (new Set(sources).size < sources.length) {
      throw new FaceVerifyError(
        'option-invalid',
        'One source was given twice, and would only be compared with itself. Take frames of a video with takeFrames.',
      );
    }
    const subjects = sources.map(() => options.subject);
    return this.#call(sources, subjects, options, async (captures, { signal }) => {
      const mirrored: (Embedding | undefined)[] = [];
      for (const capture of captures) {
        const isFace = capture.outcome === 'captured';
        mirrored.push(isFace ? await embedMirrored(this.#engine, capture.aligned, { signal }) : undefined);
      }
      return decideEnrolment(captures, this.threshold, options, mirrored);
    });
  }

  compare(probe: ComparedFace, reference: ComparedFace, options: CompareOptions = {}): VerificationResult {
    this.#assertAlive();
    checkOptions(options, COMPARE_OPTIONS);
    return compareFaces(probe, reference, this.#ruleOf(options));
  }

  identify(probe: ComparedFace, gallery: Gallery, options: IdentifyOptions = {}): IdentificationResult {
    this.#assertAlive();
    checkOptions(options, IDENTIFY_OPTIONS);
    return identify(probe, gallery, this.#identificationRule, options);
  }

  async findDuplicates(gallery: Gallery, options: FindDuplicatesOptions = {}): Promise<DuplicatesResult> {
    checkOptions(options, FIND_DUPLICATES_OPTIONS);
    const scope = new CallScope(options.signal, this.#disposal.signal);
    try {
      scope.throwIfOver();
      return await runInSlices(findDuplicates(gallery, this.#identificationRule, options), (progress) => {
        scope.throwIfOver();
        options.onProgress?.(progress);
      });
    } catch (error) {
      throw toFaceVerifyError(error, 'internal');
    } finally {
      scope.close();
    }
  }

  watch<Options extends WatchOptions>(
    source: HTMLVideoElement | CameraSource,
    options: Options,
  ): FaceSession<WatchResults[Options['mode']]> {
    this.#assertAlive();
    return startSession(LoadedFaceVerifier.sessionParts(this), source, options);
  }

  /** What a session works with. @throws {FaceVerifyError} `option-invalid` where it is no verifier of this module */
  static sessionParts(verifier: FaceVerifier): SessionParts {
    if (!(verifier instanceof LoadedFaceVerifier)) {
      throw new FaceVerifyError('option-invalid', 'A session needs a verifier that createFaceVerifier made.');
    }
    return { engine: verifier.#engine, decider: verifier };
  }

  dispose(): void {
    if (this.#disposal.signal.aborted) return;
    this.#disposal.abort();
    this.#engine.dispose();
  }

  /**
   * Captures all sources as they are now, when the calls before have ended, and decides about them.
   *
   * @param subjects - for each source which face of it
   */
  async #call<Result>(
    sources: readonly ImageSource[],
    subjects: readonly (SubjectRule | undefined)[],
    { signal }: CallOptions,
    decide: (captures: readonly CaptureResult[], scope: CallScope) => Result | Promise<Result>,
  ): Promise<Result> {
    const scope = new CallScope(signal, this.#disposal.signal);
    const held: HeldSource[] = [];
    try {
      scope.throwIfOver();
      for (const source of sources) held.push(holdSource(source, scope));
      // What has yet to arrive keeps nobody else waiting.
      const arrivals = held.flatMap(({ arrival }) => arrival ?? []);
      if (arrivals.length > 0) await Promise.all(arrivals);
      return await scope.orOver(
        this.#queue.run(async () => {
          const captures: CaptureResult[] = [];
          for (const [i, source] of held.entries()) {
            scope.throwIfOver();
            captures.push(await this.#capture(source, subjects[i], scope));
          }
          scope.throwIfOver();
          return decide(captures, scope);
        }),
      );
    } catch (error) {
      throw toFaceVerifyError(error, 'internal');
    } finally {
      scope.close();
      for (const source of held) source.release();
    }
  }

  async #capture(
    { heldMs, frame }: HeldSource,
    subject: SubjectRule | undefined,
    { signal }: CallScope,
  ): Promise<CaptureResult> {
    const start = performance.now();
    const given = await frame();
    const frameMs = heldMs + performance.now() - start;
    const capture = await this.#engine.capture(given, { signal, subject });
    const { decodeMs = 0 } = capture.timings;
    return { ...capture, timings: { ...capture.timings, decodeMs: frameMs + decodeMs } } as CaptureResult;
  }

  #ruleOf({ threshold: choice }: CompareOptions): DecisionRule {
    const { contract, card } = this;
    const threshold = choice === undefined ? this.threshold : chooseThreshold(card, choice);
    return { contract, dimension: card.dimension, threshold };
  }

  get #identificationRule(): IdentificationRule {
    const { dimension, thresholds, thresholdsAgainstSimilar } = this.card;
    return { contract: this.contract, dimension, thresholds, thresholdsAgainstSimilar };
  }

  #assertAlive(): void {
    if (this.#disposal.signal.aborted)
      throw new FaceVerifyError('disposed', 'This face verifier has been disposed of.');
  }
}
