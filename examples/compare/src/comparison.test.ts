import {
  type CapturedFace,
  type CaptureResult,
  type FaceVerifier,
  FaceVerifyError,
  type VerificationResult,
} from 'face-verify';
import { describe, expect, it } from 'vitest';
import { Comparison, type ComparisonState } from './comparison.ts';
import type { Photograph } from './photograph.ts';

const ada: Photograph = { blob: new Blob(['ada']), name: 'ada.jpg' };
const bruno: Photograph = { blob: new Blob(['bruno']), name: 'bruno.jpg' };
const landscape: Photograph = { blob: new Blob(['landscape']), name: 'landscape.jpg' };
const webPage: Photograph = { blob: new Blob(['page']), name: 'page.jpg' };

/** Captures by what the blob says; two faces match where they are the same. */
class ScriptedVerifier {
  disposed = false;
  readonly captured: string[] = [];
  readonly signals: AbortSignal[] = [];

  async capture(blob: Blob, { signal }: { signal: AbortSignal }): Promise<CaptureResult> {
    this.signals.push(signal);
    const subject = await blob.text();
    signal.throwIfAborted();
    this.captured.push(subject);
    const image = { widthPx: 4, heightPx: 4 };
    if (subject === 'page') throw new FaceVerifyError('image-unreadable', 'Not an image.');
    if (subject === 'landscape') {
      return { outcome: 'inconclusive', reason: 'no-face', image, detections: [], timings: {} };
    }
    return { outcome: 'captured', image, embedding: subject } as unknown as CapturedFace;
  }

  dispose(): void {
    this.disposed = true;
  }

  compare(...captures: [probe: CaptureResult, reference: CaptureResult]): VerificationResult {
    const [probe, reference] = captures.map((capture) =>
      capture.outcome === 'captured' ? capture.embedding : undefined,
    );
    const faceless = captures.find((capture) => capture.outcome === 'inconclusive');
    if (faceless) {
      const side = captures[0] === faceless ? 'probe' : 'reference';
      return { outcome: 'inconclusive', reason: faceless.reason, side };
    }
    return { outcome: probe === reference ? 'match' : 'non-match', similarity: 0.5 } as VerificationResult;
  }
}

function startComparison() {
  const verifier = new ScriptedVerifier();
  const states: ComparisonState[] = [];
  const comparison = new Comparison(
    async () => verifier as unknown as FaceVerifier,
    (state) => states.push(state),
  );
  return { comparison, verifier, states };
}

describe('a comparison', () => {
  it('compares two photographs that were given before the verifier was loaded', async () => {
    const { comparison, verifier } = startComparison();
    await comparison.place('probe', [ada, ada]);
    expect(comparison.state.verdict.status).toBe('working');
    await comparison.load();
    expect(comparison.state.verdict).toMatchObject({ status: 'decided', result: { outcome: 'match' } });
    expect(verifier.captured).toEqual(['ada', 'ada']);
  });

  it('captures only the photograph that changed', async () => {
    const { comparison, verifier } = startComparison();
    await comparison.load();
    await comparison.place('probe', [ada, ada]);
    await comparison.place('reference', [bruno]);
    expect(comparison.state.verdict).toMatchObject({ status: 'decided', result: { outcome: 'non-match' } });
    expect(verifier.captured).toEqual(['ada', 'ada', 'bruno']);
  });

  it('keeps no outcome while a changed photograph is being captured', async () => {
    const { comparison } = startComparison();
    await comparison.load();
    await comparison.place('probe', [ada, ada]);
    const placed = comparison.place('reference', [bruno]);
    expect(comparison.state.verdict.status).toBe('working');
    await placed;
  });

  it('aborts the capture of a photograph that was replaced and never shows it', async () => {
    const { comparison, verifier, states } = startComparison();
    await comparison.load();
    await Promise.all([comparison.place('probe', [bruno]), comparison.place('probe', [ada])]);
    expect(verifier.signals[0]?.aborted).toBe(true);
    expect(verifier.captured).toEqual(['ada']);
    expect(states.filter(({ sides }) => sides.probe.status === 'failed')).toEqual([]);
  });

  it('is inconclusive on the side whose photograph was refused', async () => {
    const { comparison } = startComparison();
    await comparison.load();
    await comparison.place('probe', [ada, landscape]);
    expect(comparison.state.verdict).toMatchObject({
      result: { outcome: 'inconclusive', reason: 'no-face', side: 'reference' },
    });
    await comparison.swap();
    expect(comparison.state.verdict).toMatchObject({
      result: { outcome: 'inconclusive', reason: 'no-face', side: 'probe' },
    });
  });

  it('fails with the side and the code of a file that cannot be read, and recovers when it is replaced', async () => {
    const { comparison } = startComparison();
    await comparison.load();
    await comparison.place('probe', [webPage, ada]);
    expect(comparison.state.verdict).toMatchObject({
      status: 'failed',
      side: 'probe',
      error: { code: 'image-unreadable' },
    });
    await comparison.place('probe', [ada]);
    expect(comparison.state.verdict).toMatchObject({ status: 'decided', result: { outcome: 'match' } });
  });

  it('is idle again once a photograph is taken away', async () => {
    const { comparison } = startComparison();
    await comparison.load();
    await comparison.place('probe', [ada, ada]);
    await comparison.remove('reference');
    expect(comparison.state.verdict).toEqual({ status: 'idle' });
  });

  it('fails where the verifier cannot be loaded, and compares after it has been loaded again', async () => {
    let broken = true;
    const comparison = new Comparison(
      async () => {
        if (broken) throw new FaceVerifyError('weights-corrupt', 'The weights do not have their digest.');
        return new ScriptedVerifier() as unknown as FaceVerifier;
      },
      () => undefined,
    );
    await comparison.load();
    await comparison.place('probe', [ada, ada]);
    expect(comparison.state.verdict).toMatchObject({ status: 'failed', error: { code: 'weights-corrupt' } });
    broken = false;
    await comparison.load();
    expect(comparison.state.verdict).toMatchObject({ status: 'decided', result: { outcome: 'match' } });
  });

  it('captures everything anew with another verifier, and keeps nothing of the one before', async () => {
    const verifiers: ScriptedVerifier[] = [];
    const states: ComparisonState[] = [];
    const comparison = new Comparison(
      async () => {
        const verifier = new ScriptedVerifier();
        verifiers.push(verifier);
        return verifier as unknown as FaceVerifier;
      },
      (state) => states.push(state),
    );
    await comparison.load();
    await comparison.place('probe', [ada, bruno]);
    const loaded = comparison.load();
    expect(comparison.state.verdict.status).toBe('working');
    await loaded;
    expect(comparison.state.verdict.status).toBe('decided');
    expect(verifiers.map(({ captured }) => captured)).toEqual([
      ['ada', 'bruno'],
      ['ada', 'bruno'],
    ]);
    expect(verifiers.map(({ disposed }) => disposed)).toEqual([true, false]);
  });

  it('runs on the verifier that was asked for last, whichever is loaded first', async () => {
    const arrivals: ((verifier: ScriptedVerifier) => void)[] = [];
    const comparison = new Comparison(
      () => new Promise((resolve) => arrivals.push((verifier) => resolve(verifier as unknown as FaceVerifier))),
      () => undefined,
    );
    const loads = [comparison.load(), comparison.load()];
    const [early, late] = [new ScriptedVerifier(), new ScriptedVerifier()];
    arrivals[1]?.(late);
    arrivals[0]?.(early);
    await Promise.all(loads);
    expect(comparison.state.engine).toMatchObject({ status: 'ready', verifier: late });
    expect([early.disposed, late.disposed]).toEqual([true, false]);
  });
});
