import {
  alignmentLandmarks,
  alignmentTransform,
  composeTransforms,
  type FacePoints,
  facePoints,
  mirrorImage,
  type RgbImage,
  type SimilarityTransform,
} from '@face-verify/core';
import { jitterAbout } from './augment.ts';
import type { Backdrops } from './backdrops.ts';
import { CROP_SIZE_PX } from './crop.ts';
import { runningMean } from './running-mean.ts';

/** A picture, and where a detector says that there is a face in it. */
export interface Sight {
  readonly image: RgbImage;
  /** Takes pixels of the picture to aligned pixels, as wrong as a detector may be. */
  readonly toAligned: SimilarityTransform;
}

/** What sights without a face are made of. */
export interface FacelessMaterial {
  /** May be written into. */
  readonly crop: RgbImage;
  readonly points: FacePoints;
  /** Another person's. */
  readonly other: RgbImage;
  readonly backdrops: Backdrops;
  /** A detector's error, in aligned pixels. */
  error(): SimilarityTransform;
}

type Draw = (material: FacelessMaterial, random: () => number) => Sight;

/** Side of the aligned face's middle. */
const CENTRE_PX = 55.5;
/** The crop in the middle of a scene of twice its side. */
const SCENE_PX = 2 * CROP_SIZE_PX;
const SCENE_MARGIN_PX = CROP_SIZE_PX / 2;

/** Ways in which there is no face to be seen where one is said to be, and how often each is shown. */
export const FACELESS: Readonly<Record<string, { readonly share: number; readonly draw: Draw }>> = {
  'beside a face': { share: 0.16, draw: drawBeside },
  'no face': { share: 0.16, draw: drawBackdrop },
  'upside down or on its side': { share: 0.1, draw: drawTurned },
  'stretched in width': { share: 0.26, draw: drawStretched },
  'mosaic or blur': { share: 0.14, draw: drawUnclear },
  'eyes and mouth or a half covered': { share: 0.07, draw: drawCovered },
  'cut off below or above the eyes': { share: 0.06, draw: drawCutOff },
  'nearly black, nearly white or a negative': { share: 0.05, draw: drawMisexposed },
};

/** Draws a sight without a face of any kind, by their shares. */
export function drawFaceless(material: FacelessMaterial, random: () => number): Sight {
  let ticket = random() * Object.values(FACELESS).reduce((sum, { share }) => sum + share, 0);
  const kinds = Object.values(FACELESS);
  const kind = kinds.find(({ share }) => {
    ticket -= share;
    return ticket < 0;
  });
  return (kind ?? (kinds[0] as (typeof kinds)[number])).draw(material, random);
}

/** A crop on a backdrop, often with another person beside it. */
export function drawScene({ crop, other, backdrops }: FacelessMaterial, random: () => number): Sight['image'] {
  const scene = backdrops(SCENE_PX, random);
  if (random() < 0.6) {
    const left = random() < 0.5 ? -SCENE_MARGIN_PX : SCENE_MARGIN_PX + CROP_SIZE_PX;
    paste(scene, other, left, Math.round(CROP_SIZE_PX * random()));
  }
  paste(scene, crop, SCENE_MARGIN_PX, SCENE_MARGIN_PX);
  return scene;
}

/** Takes pixels of a scene to those of the crop in its middle. */
export const SCENE_TO_CROP: SimilarityTransform = { a: 1, b: 0, tx: -SCENE_MARGIN_PX, ty: -SCENE_MARGIN_PX };

/** An alignment wrong by far more than a detector is: off the face, between two, on its edge, far too small or large. */
function drawBeside(material: FacelessMaterial, random: () => number): Sight {
  const { crop, points, error } = material;
  const isBare = random() < 0.3;
  const image = isBare ? crop : drawScene(material, random);
  const far = between(random, 45, 110);
  const direction = 2 * Math.PI * random();
  const degrees = between(random, -25, 25);
  const away =
    random() < 0.75
      ? jitterAbout(
          CENTRE_PX,
          between(random, 0.8, 1.25),
          degrees,
          far * Math.cos(direction),
          far * Math.sin(direction),
        )
      : jitterAbout(CENTRE_PX, random() < 0.5 ? between(random, 0.3, 0.5) : between(random, 1.9, 3), degrees, 0, 0);
  const straight = composeTransforms(away, composeTransforms(error(), straightOf(points)));
  return { image, toAligned: isBare ? straight : composeTransforms(straight, SCENE_TO_CROP) };
}

/** Something else altogether, or a face whose parts are dealt out anew. */
function drawBackdrop({ crop, backdrops, points, error }: FacelessMaterial, random: () => number): Sight {
  const toAligned = composeTransforms(error(), straightOf(points));
  const image = random() < 0.15 ? shuffleBlocks(crop, random) : backdrops(CROP_SIZE_PX, random);
  return { image, toAligned };
}

function drawTurned({ crop, points, error }: FacelessMaterial, random: () => number): Sight {
  const turned = jitterAbout(CENTRE_PX, 1, random() < 0.6 ? between(random, 150, 210) : between(random, 75, 285), 0, 0);
  return { image: crop, toAligned: composeTransforms(composeTransforms(error(), turned), straightOf(points)) };
}

/** As a picture of one shape is drawn into another; aligned as well as can be. */
function drawStretched({ crop, points, error }: FacelessMaterial, random: () => number): Sight {
  const factor = random() < 0.5 ? between(random, 0.5, 0.78) : 1 / between(random, 0.5, 0.78);
  const stretched = facePoints((name) => ({ x: (points[name].x + 0.5) * factor - 0.5, y: points[name].y }));
  return { image: stretchWidth(crop, factor), toAligned: composeTransforms(error(), straightOf(stretched)) };
}

/** Four blocks between the eyes or fewer, a blur of an eighth of that distance or more, or of half of it in one direction. */
function drawUnclear({ crop, points, error }: FacelessMaterial, random: () => number): Sight {
  const way = random();
  if (way < 0.45) makeMosaic(crop, Math.round(between(random, 9, 22)));
  else if (way < 0.8) {
    const length = odd(between(random, 9, 19));
    for (let i = 0; i < 3; i++) for (const along of ['rows', 'columns'] as const) runningMean(crop, length, along);
  } else runningMean(crop, odd(between(random, 17, 32)), random() < 0.6 ? 'rows' : 'columns');
  return { image: crop, toAligned: composeTransforms(error(), straightOf(points)) };
}

function drawCovered({ crop, points, backdrops, error }: FacelessMaterial, random: () => number): Sight {
  const { leftEyeOuterCorner: left, rightEyeOuterCorner: right, noseTip, chin } = points;
  const cover = random() < 0.5 ? backdrops(CROP_SIZE_PX, random) : flat([random(), random(), random()]);
  const copy = (x0: number, y0: number, x1: number, y1: number) => copyRectangle(crop, cover, x0, y0, x1, y1);
  if (random() < 0.6) {
    const half = between(random, 8, 13);
    copy(left.x - 8, left.y - half, right.x + 8, right.y + half);
    copy(left.x - 10, noseTip.y - between(random, 0, 8), right.x + 10, chin.y + between(random, 0, 10));
  } else if (random() < 0.5) copy(0, 0, noseTip.x + between(random, -3, 10), CROP_SIZE_PX);
  else copy(noseTip.x - between(random, -3, 10), 0, CROP_SIZE_PX, CROP_SIZE_PX);
  return { image: crop, toAligned: composeTransforms(error(), straightOf(points)) };
}

/** The picture's border lies between eyes and mouth: beyond it the border is repeated, or there is something else. */
function drawCutOff({ crop, points, backdrops, error }: FacelessMaterial, random: () => number): Sight {
  const { leftLowerLid, rightLowerLid, upperLipOuter } = points;
  const lids = Math.max(leftLowerLid.y, rightLowerLid.y) + 2;
  const line = Math.round(between(random, lids, Math.max(lids + 1, upperLipOuter.y - 4)));
  const filled = random() < 0.4 ? backdrops(CROP_SIZE_PX, random) : undefined;
  const rowBytes = CROP_SIZE_PX * 3;
  const border = crop.data.slice(line * rowBytes, (line + 1) * rowBytes);
  const [from, to] = random() < 0.6 ? [line, CROP_SIZE_PX] : [0, line];
  for (let y = from; y < to; y++) {
    crop.data.set(filled ? filled.data.subarray(y * rowBytes, (y + 1) * rowBytes) : border, y * rowBytes);
  }
  return { image: crop, toAligned: composeTransforms(error(), straightOf(points)) };
}

function drawMisexposed({ crop, points, error }: FacelessMaterial, random: () => number): Sight {
  const way = random();
  const gain = way < 0.45 ? 1 / between(random, 15, 45) : between(random, 4, 9);
  const { data } = crop;
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    data[i] = way < 0.7 ? Math.min(255, Math.round(value * gain)) : 255 - value;
  }
  return { image: crop, toAligned: composeTransforms(error(), straightOf(points)) };
}

function straightOf(points: FacePoints): SimilarityTransform {
  return alignmentTransform(alignmentLandmarks(points));
}

function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random();
}

function odd(length: number): number {
  return 2 * Math.floor(length / 2) + 1;
}

function flat(colour: readonly number[]): RgbImage {
  const data = new Uint8Array(CROP_SIZE_PX * CROP_SIZE_PX * 3).map((_, i) => 255 * (colour[i % 3] as number));
  return { widthPx: CROP_SIZE_PX, heightPx: CROP_SIZE_PX, channels: 3, data };
}

/** Lays a picture on a scene, which may cut it off at its sides. */
function paste(scene: RgbImage, picture: RgbImage, left: number, top: number): void {
  const [from, to] = [Math.max(0, -left), Math.min(picture.widthPx, scene.widthPx - left)];
  for (let y = 0; y < picture.heightPx; y++) {
    const start = y * picture.widthPx;
    scene.data.set(
      picture.data.subarray((start + from) * 3, (start + to) * 3),
      ((top + y) * scene.widthPx + left + from) * 3,
    );
  }
}

/** Copies what lies within a rectangle from one picture to another of its size. */
function copyRectangle(to: RgbImage, from: RgbImage, x0: number, y0: number, x1: number, y1: number): void {
  const clamp = (value: number) => Math.min(to.widthPx, Math.max(0, Math.round(value)));
  for (let y = clamp(y0); y < clamp(y1); y++) {
    const [start, end] = [(y * to.widthPx + clamp(x0)) * 3, (y * to.widthPx + clamp(x1)) * 3];
    to.data.set(from.data.subarray(start, end), start);
  }
}

/** Width by a factor, height as it is. */
function stretchWidth({ widthPx, heightPx, data }: RgbImage, factor: number): RgbImage {
  const width = Math.round(widthPx * factor);
  const out = new Uint8ClampedArray(width * heightPx * 3);
  for (let x = 0; x < width; x++) {
    const at = Math.min(widthPx - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    const left = Math.floor(at);
    const right = Math.min(widthPx - 1, left + 1);
    for (let y = 0; y < heightPx; y++) {
      for (let c = 0; c < 3; c++) {
        const [p, q] = [data[(y * widthPx + left) * 3 + c] as number, data[(y * widthPx + right) * 3 + c] as number];
        out[(y * width + x) * 3 + c] = p + (q - p) * (at - left);
      }
    }
  }
  return { widthPx: width, heightPx, channels: 3, data: out };
}

/** Each block of so many pixels becomes its mean, in place. */
function makeMosaic(image: RgbImage, block: number): void {
  const { widthPx, heightPx, data } = image;
  for (let top = 0; top < heightPx; top += block) {
    for (let left = 0; left < widthPx; left += block) {
      const [bottom, right] = [Math.min(heightPx, top + block), Math.min(widthPx, left + block)];
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let y = top; y < bottom; y++) {
          for (let x = left; x < right; x++) sum += data[(y * widthPx + x) * 3 + c] as number;
        }
        const mean = sum / ((bottom - top) * (right - left));
        for (let y = top; y < bottom; y++) {
          for (let x = left; x < right; x++) data[(y * widthPx + x) * 3 + c] = mean;
        }
      }
    }
  }
}

/** Nine to 36 blocks of a picture, each somewhere else and half of them mirrored. */
function shuffleBlocks(image: RgbImage, random: () => number): RgbImage {
  const count = 3 + Math.floor(random() * 4);
  const block = Math.floor(image.widthPx / count);
  const order = Array.from({ length: count * count }, (_, i) => [random(), i] as const).sort(([a], [b]) => a - b);
  const shuffled: RgbImage = { ...image, data: image.data.slice() };
  order.forEach(([, from], to) => {
    const piece: RgbImage = { widthPx: block, heightPx: block, channels: 3, data: new Uint8Array(block * block * 3) };
    for (let y = 0; y < block; y++) {
      const start = ((Math.floor(from / count) * block + y) * image.widthPx + (from % count) * block) * 3;
      piece.data.set(image.data.subarray(start, start + block * 3), y * block * 3);
    }
    if (random() < 0.5) mirrorImage(piece);
    paste(shuffled, piece, (to % count) * block, Math.floor(to / count) * block);
  });
  return shuffled;
}
