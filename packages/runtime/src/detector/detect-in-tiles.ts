import type { Box, FaceDetection, Point, RgbaImage } from '@face-verify/core';

/** Side of a tile, as a share of the photograph's long side. */
const TILE_SHARE = 0.5;
/** How much of a tile its neighbour repeats at least, so that a small face is whole in one of them. */
const MIN_OVERLAP = 0.25;
/** More looks find more things that are no face: on 108 backgrounds 30 above 0.5, but 3 above this. */
const MIN_SCORE = 0.7;
/** Boxes that share this much of the smaller one are the same face, seen in two tiles. */
const SAME_FACE_OVERLAP = 0.4;

/**
 * Looks for small faces, in overlapping tiles of the photograph. The detector finds faces from 13 % of the long side,
 * and so from about 6 %.
 *
 * @param detect - finds the faces of one tile
 */
export function detectInTiles(
  image: RgbaImage,
  detect: (tile: RgbaImage) => readonly FaceDetection[],
): readonly FaceDetection[] {
  const side = Math.ceil(Math.max(image.widthPx, image.heightPx) * TILE_SHARE);
  const [width, height] = [Math.min(side, image.widthPx), Math.min(side, image.heightPx)];
  const found = tileStarts(image.heightPx, height).flatMap((y) =>
    tileStarts(image.widthPx, width).flatMap((x) =>
      detect(cutTile(image, x, y, width, height)).map((face) => moveFace(face, x, y)),
    ),
  );
  const sure = found.filter(({ score }) => score >= MIN_SCORE).sort((a, b) => b.score - a.score);
  return sure.filter((face, i) => !sure.slice(0, i).some(({ box }) => overlap(box, face.box) > SAME_FACE_OVERLAP));
}

/** Where tiles begin along a side, evenly. */
function tileStarts(length: number, tile: number): number[] {
  const count = Math.ceil((length - tile) / (tile * (1 - MIN_OVERLAP))) + 1;
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round(((length - tile) * i) / (count - 1))));
}

function cutTile(image: RgbaImage, x: number, y: number, widthPx: number, heightPx: number): RgbaImage {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let row = 0; row < heightPx; row++) {
    const start = ((y + row) * image.widthPx + x) * 4;
    data.set(image.data.subarray(start, start + widthPx * 4), row * widthPx * 4);
  }
  return { widthPx, heightPx, channels: 4, data };
}

function moveFace(face: FaceDetection, dx: number, dy: number): FaceDetection {
  const move = ({ x, y }: Point): Point => ({ x: x + dx, y: y + dy });
  return {
    box: { ...face.box, xPx: face.box.xPx + dx, yPx: face.box.yPx + dy },
    leftEye: move(face.leftEye),
    rightEye: move(face.rightEye),
    noseTip: move(face.noseTip),
    mouthCentre: move(face.mouthCentre),
    score: face.score,
  };
}

/** Shared area of two boxes, as a share of the smaller one's. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const height = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  const smaller = Math.min(a.widthPx * a.heightPx, b.widthPx * b.heightPx);
  return (Math.max(0, width) * Math.max(0, height)) / smaller;
}
