import type { Box, CaptureResult, Point } from 'face-verify';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws what was found over the photograph, in the photograph's own pixels: the view box scales it with the photograph,
 * while strokes and dots keep their size on the screen.
 */
export function drawOverlay(overlay: SVGSVGElement, capture: CaptureResult): void {
  const { widthPx, heightPx } = capture.image;
  overlay.setAttribute('viewBox', `0 0 ${widthPx} ${heightPx}`);
  const found = document.createElementNS(SVG, 'g');
  // Landmarks name pixel centres; SVG names pixel corners.
  found.setAttribute('transform', 'translate(0.5 0.5)');
  if (capture.outcome === 'captured') {
    found.append(...outlined('found-box', boxPath(capture.detection.box)));
    found.append(...outlined('found-points', Object.values(capture.landmarks).map(dotPath).join('')));
  } else {
    found.append(...capture.detections.flatMap(({ box }) => outlined('refused-box', boxPath(box))));
  }
  overlay.replaceChildren(found);
}

/** The same path twice, dark under light, so that it is seen on any photograph. */
function outlined(kind: string, d: string): SVGPathElement[] {
  return ['under', 'over'].map((layer) => {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', `${kind} ${layer}`);
    path.setAttribute('d', d);
    return path;
  });
}

function boxPath({ xPx, yPx, widthPx, heightPx }: Box): string {
  return `M${xPx} ${yPx}h${widthPx}v${heightPx}h${-widthPx}z`;
}

/** A line of no length: its round cap is the dot. */
function dotPath({ x, y }: Point): string {
  return `M${x} ${y}h0`;
}
