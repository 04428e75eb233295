import { BLAZE_FACE_INPUT_PX, BOX_MAPS, BOX_VALUES } from './blaze-face.ts';

/** One box that the network takes for a face. Places are shares of the input's sides, from its top left edge. */
export interface SeenBox {
  /** How probably there is a face: from 0 to 1. */
  readonly score: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Left eye, right eye, nose tip, middle of the mouth, left ear, right ear, as they lie in the image: x, y of each. */
  readonly points: readonly number[];
}

/** Where each box is looked for: the middles of the places of both maps, in the order of the network's boxes. */
const ANCHORS = Object.values(BOX_MAPS).flatMap(({ side, boxes }) =>
  Array.from({ length: side * side * boxes }, (_, i) => {
    const place = Math.floor(i / boxes);
    return { x: ((place % side) + 0.5) / side, y: (Math.floor(place / side) + 0.5) / side };
  }),
);

/** First value of a box's six points, after its centre and size. */
const POINTS_START = 4;

/**
 * Reads one row of the network's output: of each box the logarithm of the odds of a face, then of each box its centre,
 * size and points in pixels of the input, from the middle of its place.
 *
 * @param minScore - boxes that are less probably faces are left out
 */
export function readBlazeFace(row: ArrayLike<number>, minScore: number): SeenBox[] {
  return ANCHORS.flatMap((anchor, i) => {
    const score = 1 / (1 + Math.exp(-(row[i] as number)));
    if (!(score >= minScore)) return [];
    const start = ANCHORS.length + i * BOX_VALUES;
    const value = (at: number) => (row[start + at] as number) / BLAZE_FACE_INPUT_PX;
    const place = (at: number) => value(at) + (at % 2 === 0 ? anchor.x : anchor.y);
    const [x, y, width, height] = [place(0), place(1), value(2), value(3)];
    return {
      score,
      left: x - width / 2,
      top: y - height / 2,
      right: x + width / 2,
      bottom: y + height / 2,
      points: Array.from({ length: BOX_VALUES - POINTS_START }, (_, at) => place(POINTS_START + at)),
    };
  });
}
