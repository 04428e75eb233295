import { createFaceVerifier, type DetectorName, type FaceVerifier } from 'face-verify';
import type { PeerInPage } from '../../src/bench/peers/peer-harness.ts';

/** The SDK on this thread, as the others are. */
export function faceVerify(detector: DetectorName): PeerInPage {
  let verifier: FaceVerifier;
  return {
    load: async () => {
      verifier = await createFaceVerifier({ backend: 'wasm', detector, worker: false });
    },
    embed: async (photograph) => {
      const capture = await verifier.capture(photograph);
      if (capture.outcome === 'inconclusive') return {};
      const { decodeMs, detectMs, pointsMs, alignMs, embedMs } = capture.timings;
      return {
        vector: capture.embedding.vector,
        aligned: Uint8Array.from(capture.aligned.image.data),
        stages: { decode: decodeMs, detect: detectMs, points: pointsMs, align: alignMs, embed: embedMs },
      };
    },
  };
}
