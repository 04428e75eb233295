import { type AlignedFace, toFaceVerifyError } from '@face-verify/core';
import type { CaptureResult } from '../api.ts';
import { CallQueue } from '../call-queue.ts';
import { CallScope } from '../call-scope.ts';
import { decodeFrame } from '../decode/decode-frame.ts';
import type { ReportedDetector } from '../detector/face-detector.ts';
import type { RenewedNetworks } from '../networks/renewed-networks.ts';
import { type CapturePipeline, captureFace } from '../pipeline/capture-face.ts';
import { embedFace } from '../pipeline/embed-face.ts';
import { lookAtFace } from '../pipeline/look-at-face.ts';
import type {
  EmbeddedFace,
  EngineCallOptions,
  EngineCaptureOptions,
  EngineFacts,
  EngineFrame,
  FaceEngine,
  FaceLook,
  LookHint,
} from './face-engine.ts';

/** An engine over parts that are loaded on this thread. It owns them. */
export class LocalEngine implements FaceEngine {
  readonly #detector: ReportedDetector;
  readonly #networks: RenewedNetworks;
  readonly #pipeline: CapturePipeline;
  readonly #queue = new CallQueue();
  readonly #disposal = new AbortController();

  #facts: EngineFacts;

  constructor(facts: Omit<EngineFacts, 'backend' | 'detector'>, detector: ReportedDetector, networks: RenewedNetworks) {
    const { card, contract, presenceLimit } = facts;
    const { pointNetwork, embedder, report } = networks;
    this.#facts = { ...facts, backend: report, detector: detector.report };
    this.#detector = detector;
    this.#networks = networks;
    const samePersonSimilarity = strictestThreshold(card);
    this.#pipeline = { detector, pointNetwork, embedder, presenceLimit, contract, samePersonSimilarity };
  }

  get facts(): EngineFacts {
    const [backend, detector] = [this.#networks.report, this.#detector.report];
    const isOld = backend !== this.#facts.backend || detector !== this.#facts.detector;
    if (isOld) this.#facts = { ...this.#facts, backend, detector };
    return this.#facts;
  }

  look(frame: EngineFrame, hint?: LookHint, options?: EngineCallOptions): Promise<FaceLook> {
    return this.#call(options, (scope) => lookAtFace(this.#pipeline, () => decodeFrame(frame), scope, hint), frame);
  }

  embed(aligned: AlignedFace, options?: EngineCallOptions): Promise<EmbeddedFace> {
    return this.#call(options, (scope) => embedFace(this.#pipeline, aligned, scope));
  }

  capture(frame: EngineFrame, options?: EngineCaptureOptions): Promise<CaptureResult> {
    const capture = (scope: CallScope) =>
      captureFace(this.#pipeline, () => decodeFrame(frame), scope, options?.subject);
    return this.#call(options, capture, frame);
  }

  dispose(): void {
    if (this.#disposal.signal.aborted) return;
    this.#disposal.abort();
    this.#detector.dispose();
    this.#networks.dispose();
  }

  /** @param frame - is closed when the turn of the call has ended */
  async #call<Result>(
    { signal }: EngineCallOptions = {},
    act: (scope: CallScope) => Promise<Result>,
    frame?: EngineFrame,
  ): Promise<Result> {
    const scope = new CallScope(signal, this.#disposal.signal);
    const turn = this.#queue.run(async () => {
      try {
        scope.throwIfOver();
        return await act(scope);
      } finally {
        if (frame && 'close' in frame) frame.close();
      }
    });
    try {
      return await scope.orOver(turn);
    } catch (error) {
      throw toFaceVerifyError(error, 'internal');
    } finally {
      scope.close();
    }
  }
}

/** Of the card, where it has one for a false match rate of 1 in 10,000 or less. */
function strictestThreshold({ thresholds }: EngineFacts['card']): number | undefined {
  const strict = thresholds.filter(({ targetFmr }) => targetFmr <= 1e-4).map(({ similarity }) => similarity);
  return strict.length > 0 ? Math.max(...strict) : undefined;
}
