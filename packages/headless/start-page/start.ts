import { createFaceVerifier, type DetectorName } from 'face-verify';
import type { PageTimes } from '../src/start/page-times.ts';

declare global {
  interface Window {
    decided?: Promise<PageTimes>;
  }
}

window.decided = (async () => {
  const detector = new URLSearchParams(location.search).get('detector') as DetectorName;
  const pictures = Promise.all(['probe.jpg', 'reference.jpg'].map(async (name) => (await fetch(name)).blob()));
  const createMs = performance.now();
  const verifier = await createFaceVerifier({ detector, backend: 'wasm' });
  const readyMs = performance.now();
  const [probe, reference] = (await pictures) as [Blob, Blob];
  const { result } = await verifier.verify(probe, reference);
  const decidedMs = performance.now();
  return { createMs, readyMs, decidedMs, outcome: result.outcome, detector: verifier.detector.running };
})();
