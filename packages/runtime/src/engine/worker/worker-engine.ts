import { type AlignedFace, decodeError, FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { CaptureResult } from '../../api.ts';
import { CallScope } from '../../call-scope.ts';
import type {
  EmbeddedFace,
  EngineCallOptions,
  EngineCaptureOptions,
  EngineFacts,
  EngineFrame,
  EngineSettings,
  EngineStart,
  FaceEngine,
  FaceLook,
  LookHint,
} from '../face-engine.ts';
import type { EngineAnswer, EngineCall, EngineMethod, FromEngine, ToEngine } from './messages.ts';
import { noWorker } from './start-worker.ts';
import { WorkerWatch } from './watch-worker.ts';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: FaceVerifyError): void;
}

/** The number of the start among the calls. */
const START = 0;

/** An engine in a worker, which it owns. */
export class WorkerEngine implements FaceEngine {
  readonly #worker: Worker;
  readonly #watch: WorkerWatch;
  readonly #onProgress: EngineStart['onProgress'];
  readonly #trials: EngineStart['trials'];
  readonly #disposal = new AbortController();
  /** Whoever waits for an answer, by the numbers of the calls. */
  readonly #waiting = new Map<number, Waiting>();
  readonly #lock = `face-verify ${crypto.randomUUID()}`;
  #calls = START;
  #runs = false;
  #facts: EngineFacts | undefined;
  #lost: FaceVerifyError | undefined;

  private constructor(worker: Worker, { onProgress, trials }: EngineStart) {
    this.#worker = worker;
    this.#onProgress = onProgress;
    this.#trials = trials;
    this.#watch = new WorkerWatch(
      () => this.#send({ kind: 'ping' }),
      (why) => this.#lose(why),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => this.#hear(data));
    worker.addEventListener('messageerror', () => this.#lose('what it said could not be read'));
    worker.addEventListener('error', (event) => {
      // Who waits is told; the console of the page is not ours.
      event.preventDefault();
      this.#lose(event.message || 'its script could not be loaded');
    });
  }

  /**
   * @param worker - runs the script of the engine, or will; it is terminated with the engine, and where none starts
   * @throws {FaceVerifyError} as `createLocalEngine`; `backend-unavailable` with `missing: 'worker'` where the script
   *   does not run, or where the worker ends or falls silent
   */
  static async start(worker: Worker, settings: EngineSettings, start: EngineStart = {}): Promise<WorkerEngine> {
    const engine = new WorkerEngine(worker, start);
    const scope = new CallScope(start.signal);
    try {
      scope.throwIfOver();
      const started = engine.#wait(START);
      engine.#send({ kind: 'start', settings, lock: engine.#lock });
      await scope.orOver(started);
      return engine;
    } catch (error) {
      engine.dispose();
      throw error;
    } finally {
      scope.close();
    }
  }

  get facts(): EngineFacts {
    return this.#facts as EngineFacts;
  }

  look(frame: EngineFrame, hint?: LookHint, options?: EngineCallOptions): Promise<FaceLook> {
    return this.#call((id) => ({ kind: 'call', id, method: 'look', args: [frame, hint] }), options, frame);
  }

  embed(aligned: AlignedFace, options?: EngineCallOptions): Promise<EmbeddedFace> {
    return this.#call((id) => ({ kind: 'call', id, method: 'embed', args: [aligned] }), options);
  }

  capture(frame: EngineFrame, { subject, signal }: EngineCaptureOptions = {}): Promise<CaptureResult> {
    return this.#call((id) => ({ kind: 'call', id, method: 'capture', args: [frame, { subject }] }), { signal }, frame);
  }

  dispose(): void {
    if (this.#disposal.signal.aborted) return;
    this.#disposal.abort();
    this.#trials?.end();
    this.#end();
  }

  async #call<Answer extends EngineAnswer<EngineMethod>>(
    call: (id: number) => EngineCall,
    { signal }: EngineCallOptions = {},
    frame?: EngineFrame,
  ): Promise<Answer> {
    const scope = new CallScope(signal, this.#disposal.signal);
    const bitmap = frame && 'close' in frame ? frame : undefined;
    const id = ++this.#calls;
    try {
      scope.throwIfOver();
      if (this.#lost) throw this.#lost;
      const answer = this.#wait(id);
      this.#send(call(id), bitmap ? [bitmap] : []);
      // Each call is answered with its own type.
      return (await scope.orOver(answer)) as Answer;
    } catch (error) {
      if (this.#forget(id)) this.#send({ kind: 'cancel', id });
      throw toFaceVerifyError(error, 'internal');
    } finally {
      scope.close();
      // Where it was sent, there is nothing left to close.
      bitmap?.close();
    }
  }

  #wait(id: number): Promise<unknown> {
    const waiting = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    // Whoever waits may have gone before it ends.
    waiting.catch(() => undefined);
    this.#watch.waiting = true;
    return waiting;
  }

  /** @returns undefined where nobody waits for it any more */
  #forget(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#watch.waiting = this.#waiting.size > 0;
    return waiting;
  }

  #send(message: ToEngine, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #hear(message: FromEngine): void {
    this.#watch.heard();
    if (message.kind === 'ready') this.#runs = true;
    else if (message.kind === 'locked') void this.#watch.watchLock(this.#lock);
    else if (message.kind === 'progress') this.#onProgress?.(message.progress);
    else if (message.kind === 'trial') void this.#note(message.trial);
    else if (message.kind === 'facts') {
      this.#facts = message.facts;
      this.#forget(START)?.resolve(undefined);
    } else if (message.kind === 'failed') this.#forget(START)?.reject(decodeError(message.error));
    else if (message.kind === 'answer') this.#forget(message.id)?.resolve(message.answer);
    else if (message.kind === 'refusal') this.#forget(message.id)?.reject(decodeError(message.error));
  }

  async #note(trial: string | undefined): Promise<void> {
    if (trial === undefined) return this.#trials?.end();
    await this.#trials?.begin(trial);
    this.#send({ kind: 'noted' });
  }

  /** Ends all calls, now and later: what the worker knew is gone. */
  #lose(why: string): void {
    if (this.#lost || this.#disposal.signal.aborted) return;
    this.#lost = this.#runs
      ? new FaceVerifyError('backend-unavailable', `The worker was lost: ${why}. Load a new verifier.`, {
          details: { lost: 'worker' },
        })
      : noWorker(`The worker did not start: ${why}.`);
    this.#trials?.leave();
    this.#end();
    for (const id of [...this.#waiting.keys()]) this.#forget(id)?.reject(this.#lost);
  }

  #end(): void {
    this.#watch.end();
    this.#worker.terminate();
  }
}
