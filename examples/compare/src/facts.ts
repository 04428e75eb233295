import type { CapturedFace, CaptureResult } from 'face-verify';

/** A name, and what a photograph has under it; undefined where it does not apply. */
type Fact = readonly [name: string, describe: (capture: CaptureResult) => string | undefined];

/** What the page says about each photograph. */
export const FACTS: readonly Fact[] = [
  ['Photograph', ({ image }) => describeSize(image)],
  ['Faces', (capture) => String(capture.outcome === 'captured' ? 1 : capture.detections.length)],
  ['Face', ofFace(({ detection }) => describeSize(detection.box))],
  ['Detected', ofFace(({ detection }) => `score ${detection.score.toFixed(2)}`)],
  ['Aligned', ofFace(({ aligned }) => describeScale(aligned.scale))],
];

function ofFace(describe: (face: CapturedFace) => string): Fact[1] {
  return (capture) => (capture.outcome === 'captured' ? describe(capture) : undefined);
}

function describeSize({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): string {
  return `${Math.round(widthPx)} × ${Math.round(heightPx)} px`;
}

function describeScale(scale: number): string {
  return scale > 1 ? `enlarged ${scale.toFixed(1)}×` : `shrunk ${(1 / scale).toFixed(1)}×`;
}
