import { FaceVerifyError } from './errors.ts';

/** A position in pixels; integers are pixel centres, x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An axis-parallel rectangle in pixels. */
export interface Box {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Rotation, uniform scale and shift: (x, y) ↦ (a·x − b·y + tx, b·x + a·y + ty). */
export interface SimilarityTransform {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

export function applyTransform({ a, b, tx, ty }: SimilarityTransform, { x, y }: Point): Point {
  return { x: a * x - b * y + tx, y: b * x + a * y + ty };
}

/** Target pixels per source pixel. */
export function scaleOf({ a, b }: SimilarityTransform): number {
  return Math.hypot(a, b);
}

/** @throws {FaceVerifyError} `geometry-degenerate` where the scale is zero. */
export function invertTransform({ a, b, tx, ty }: SimilarityTransform): SimilarityTransform {
  const det = a * a + b * b;
  if (!(det > 0) || !Number.isFinite(det)) {
    throw new FaceVerifyError('geometry-degenerate', 'The transform has no inverse.');
  }
  return {
    a: a / det,
    b: -b / det,
    tx: -(a * tx + b * ty) / det,
    ty: (b * tx - a * ty) / det,
  };
}

/** `outer` after `inner`. */
export function composeTransforms(outer: SimilarityTransform, inner: SimilarityTransform): SimilarityTransform {
  const shift = applyTransform(outer, { x: inner.tx, y: inner.ty });
  return {
    a: outer.a * inner.a - outer.b * inner.b,
    b: outer.a * inner.b + outer.b * inner.a,
    tx: shift.x,
    ty: shift.y,
  };
}

/** Square pixels: rounding spreads points that coincide by less, and no face is as small. */
const SMALLEST_SPREAD = 1e-6;

/**
 * The similarity transform that takes `from` nearest to `to` in the least-squares sense, without reflection
 * (Umeyama 1991; in the plane it is one complex division).
 *
 * @throws {FaceVerifyError} `geometry-degenerate` for fewer than two points, or where they coincide.
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): SimilarityTransform {
  if (from.length !== to.length || from.length < 2) {
    throw new FaceVerifyError('geometry-degenerate', 'A similarity needs two or more pairs of points.', {
      details: { from: from.length, to: to.length },
    });
  }
  const p = centroid(from);
  const q = centroid(to);
  let dot = 0;
  let cross = 0;
  let spread = 0;
  from.forEach((point, i) => {
    const target = to[i] as Point;
    const [px, py, qx, qy] = [point.x - p.x, point.y - p.y, target.x - q.x, target.y - q.y];
    dot += px * qx + py * qy;
    cross += px * qy - py * qx;
    spread += px * px + py * py;
  });
  const a = dot / spread;
  const b = cross / spread;
  const scale = Math.hypot(a, b);
  if (!(spread > SMALLEST_SPREAD) || !Number.isFinite(scale) || scale === 0) {
    throw new FaceVerifyError('geometry-degenerate', 'The points do not span a face.');
  }
  return { a, b, tx: q.x - (a * p.x - b * p.y), ty: q.y - (b * p.x + a * p.y) };
}

export function centroid(points: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}

export function distance(p: Point, q: Point): number {
  return Math.hypot(p.x - q.x, p.y - q.y);
}
