import {
  type CaptureResult,
  type FaceVerifier,
  type FaceVerifyError,
  type LoadProgress,
  toFaceVerifyError,
  type VerificationResult,
} from 'face-verify';
import { otherSide, type Photograph, SIDES, type Side } from './photograph.ts';

export type EngineState =
  | { readonly status: 'loading'; readonly progress: LoadProgress | undefined }
  | { readonly status: 'ready'; readonly verifier: FaceVerifier }
  | { readonly status: 'failed'; readonly error: FaceVerifyError };

export type SideState =
  | { readonly status: 'empty' }
  | { readonly status: 'pending'; readonly photograph: Photograph }
  | { readonly status: 'captured'; readonly photograph: Photograph; readonly capture: CaptureResult }
  | { readonly status: 'failed'; readonly photograph: Photograph; readonly error: FaceVerifyError };

export type Verdict =
  | { readonly status: 'idle' }
  | { readonly status: 'working' }
  | { readonly status: 'decided'; readonly result: VerificationResult; readonly compareMs: number }
  | { readonly status: 'failed'; readonly error: FaceVerifyError; readonly side: Side | undefined };

export interface ComparisonState {
  readonly engine: EngineState;
  readonly sides: Readonly<Record<Side, SideState>>;
  /** Always worked out anew from the rest, so that no outcome outlives the photographs that it belongs to. */
  readonly verdict: Verdict;
}

type LoadVerifier = (options: {
  readonly onProgress: (progress: LoadProgress) => void;
  readonly signal: AbortSignal;
}) => Promise<FaceVerifier>;

const EMPTY: SideState = { status: 'empty' };

/**
 * The two photographs, what was found in them, and the verdict. Each photograph is captured once, in turn, so that
 * its error has a side and its times are its own; a change aborts the work on what is no longer wanted.
 */
export class Comparison {
  readonly #load: LoadVerifier;
  readonly #onChange: (state: ComparisonState) => void;
  #loading = new AbortController();
  #run = new AbortController();
  #state: ComparisonState = {
    engine: { status: 'loading', progress: undefined },
    sides: { probe: EMPTY, reference: EMPTY },
    verdict: { status: 'idle' },
  };

  constructor(load: LoadVerifier, onChange: (state: ComparisonState) => void) {
    this.#load = load;
    this.#onChange = onChange;
  }

  get state(): ComparisonState {
    return this.#state;
  }

  /**
   * Loads the verifier: again after a failure, or another one, for which everything is captured anew. The last call
   * counts. Photographs given meanwhile wait for it.
   */
  async load(): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    this.#run.abort();
    const { signal } = this.#loading;
    const { engine, sides } = this.#state;
    if (engine.status === 'ready') engine.verifier.dispose();
    this.#update({
      engine: { status: 'loading', progress: undefined },
      sides: { probe: uncaptured(sides.probe), reference: uncaptured(sides.reference) },
    });
    const loaded = await this.#loadVerifier(signal);
    if (signal.aborted) {
      if (loaded.status === 'ready') loaded.verifier.dispose();
      return;
    }
    this.#update({ engine: loaded });
    await this.#capturePending();
  }

  /** Puts a photograph on a side, and a second one on the other. */
  async place(side: Side, photographs: readonly Photograph[]): Promise<void> {
    const [first, second] = photographs;
    if (first === undefined) return;
    const placed: Partial<Record<Side, SideState>> = { [side]: { status: 'pending', photograph: first } };
    if (second !== undefined) placed[otherSide(side)] = { status: 'pending', photograph: second };
    this.#update({ sides: { ...this.#state.sides, ...placed } });
    await this.#capturePending();
  }

  async remove(...sides: readonly Side[]): Promise<void> {
    const kept = { ...this.#state.sides };
    for (const side of sides) kept[side] = EMPTY;
    this.#update({ sides: kept });
    await this.#capturePending();
  }

  async swap(): Promise<void> {
    const { probe, reference } = this.#state.sides;
    this.#update({ sides: { probe: reference, reference: probe } });
    await this.#capturePending();
  }

  async #loadVerifier(signal: AbortSignal): Promise<EngineState> {
    const onProgress = (progress: LoadProgress): void => {
      if (!signal.aborted) this.#update({ engine: { status: 'loading', progress } });
    };
    try {
      return { status: 'ready', verifier: await this.#load({ onProgress, signal }) };
    } catch (error) {
      return { status: 'failed', error: toFaceVerifyError(error, 'internal') };
    }
  }

  async #capturePending(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    const { engine } = this.#state;
    if (engine.status !== 'ready') return;
    for (const side of SIDES) {
      const before = this.#state.sides[side];
      if (before.status !== 'pending') continue;
      const after = await captureSide(engine.verifier, before.photograph, signal);
      if (signal.aborted) return;
      this.#update({ sides: { ...this.#state.sides, [side]: after } });
    }
  }

  #update(change: Partial<Pick<ComparisonState, 'engine' | 'sides'>>): void {
    const { engine, sides } = { ...this.#state, ...change };
    this.#state = { engine, sides, verdict: reachVerdict(engine, sides) };
    this.#onChange(this.#state);
  }
}

/** Forgets what another verifier found: each photograph has to be captured again. */
function uncaptured(side: SideState): SideState {
  return side.status === 'empty' ? side : { status: 'pending', photograph: side.photograph };
}

async function captureSide(verifier: FaceVerifier, photograph: Photograph, signal: AbortSignal): Promise<SideState> {
  try {
    return { status: 'captured', photograph, capture: await verifier.capture(photograph.blob, { signal }) };
  } catch (error) {
    return { status: 'failed', photograph, error: toFaceVerifyError(error, 'internal') };
  }
}

function reachVerdict(engine: EngineState, { probe, reference }: ComparisonState['sides']): Verdict {
  if (engine.status === 'failed') return { status: 'failed', error: engine.error, side: undefined };
  if (probe.status === 'failed') return { status: 'failed', error: probe.error, side: 'probe' };
  if (reference.status === 'failed') return { status: 'failed', error: reference.error, side: 'reference' };
  if (probe.status === 'empty' || reference.status === 'empty') return { status: 'idle' };
  if (probe.status === 'pending' || reference.status === 'pending' || engine.status === 'loading') {
    return { status: 'working' };
  }
  return compareCaptures(engine.verifier, probe.capture, reference.capture);
}

function compareCaptures(verifier: FaceVerifier, probe: CaptureResult, reference: CaptureResult): Verdict {
  const startMs = performance.now();
  const decided = (result: VerificationResult): Verdict => {
    return { status: 'decided', result, compareMs: performance.now() - startMs };
  };
  try {
    return decided(verifier.compare(probe, reference));
  } catch (error) {
    return { status: 'failed', error: toFaceVerifyError(error, 'internal'), side: undefined };
  }
}
