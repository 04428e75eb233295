import type { CaptureResult } from 'face-verify';

/** A name and what is to be said under it. */
type Fact = readonly [name: string, value: string];

/** What is worth knowing about a photograph beside its picture. */
export function describeCapture(capture: CaptureResult): Fact[] {
  const { widthPx, heightPx } = capture.image;
  const picture: Fact = ['Picture', `${widthPx} × ${heightPx} px`];
  if (capture.outcome === 'inconclusive') return [picture, ['Faces', String(capture.detections.length)]];
  const { box, score } = capture.detection;
  return [
    picture,
    ['Face', `${Math.round(box.widthPx)} × ${Math.round(box.heightPx)} px`],
    ['Aligned', describeScale(capture.aligned.scale)],
    ['Detected', `score ${score.toFixed(2)}`],
  ];
}

function describeScale(scale: number): string {
  return scale > 1 ? `enlarged ${scale.toFixed(1)}×` : `shrunk ${(1 / scale).toFixed(1)}×`;
}

/** Fills a description list. */
export function writeFacts(list: HTMLElement, facts: readonly Fact[]): void {
  list.replaceChildren(
    ...facts.map(([name, value]) => {
      const row = document.createElement('div');
      const term = document.createElement('dt');
      const description = document.createElement('dd');
      term.textContent = name;
      description.textContent = value;
      row.append(term, description);
      return row;
    }),
  );
}
