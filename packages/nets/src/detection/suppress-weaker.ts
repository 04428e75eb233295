import type { SeenBox } from './read-blaze-face.ts';

/** Boxes that share more than this of what they cover together are one face, seen from neighbouring places. */
const SAME_FACE_OVERLAP = 0.3;

/**
 * One box for each face: the mean of all that overlap the most probable one, weighted by their scores, with its score. As
 * MediaPipe's weighted non-maximum suppression, which keeps faces steadier from frame to frame than the best box alone.
 *
 * @returns the most probable face first
 */
export function suppressWeaker(boxes: readonly SeenBox[]): SeenBox[] {
  const faces: SeenBox[] = [];
  let rest = boxes.toSorted((a, b) => b.score - a.score);
  for (let [best] = rest; best !== undefined; [best] = rest) {
    const same = rest.filter((box) => box === best || overlap(box, best as SeenBox) > SAME_FACE_OVERLAP);
    faces.push(meanOf(best, same));
    rest = rest.filter((box) => !same.includes(box));
  }
  return faces;
}

function meanOf({ score, points }: SeenBox, boxes: readonly SeenBox[]): SeenBox {
  const total = boxes.reduce((sum, box) => sum + box.score, 0);
  const mean = (read: (box: SeenBox) => number) => boxes.reduce((sum, box) => sum + box.score * read(box), 0) / total;
  return {
    score,
    left: mean(({ left }) => left),
    top: mean(({ top }) => top),
    right: mean(({ right }) => right),
    bottom: mean(({ bottom }) => bottom),
    points: points.map((_, i) => mean((box) => box.points[i] as number)),
  };
}

/** Shared area of two boxes, as a share of what they cover together. */
function overlap(a: SeenBox, b: SeenBox): number {
  const width = Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left));
  const height = Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const shared = width * height;
  const covered = area(a) + area(b) - shared;
  return covered > 0 ? shared / covered : 0;
}

function area({ left, top, right, bottom }: SeenBox): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
