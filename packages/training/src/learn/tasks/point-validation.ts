import {
  alignmentLandmarks,
  distance,
  FACE_POINT_NAMES,
  type FacePoints,
  LANDMARK_ORDER,
  type Point,
} from '@face-verify/core';
import { meanOf, meanWithInterval, spreadOf } from '@face-verify/eval';
import { FACE_OUTPUTS } from '@face-verify/nets';
import type { Sight } from '../../data/faceless.ts';
import type { PointLabel } from '../../data/point-labels.ts';
import { seeFace } from '../validation/see-face.ts';
import type { CardFacts, Run } from './training-task.ts';

/** A face that was never trained on, as roughly aligned as a detector might, and its label in pixels of the picture. */
export interface RoughFace extends Sight, PointLabel {
  readonly identity: string;
}

/** What was never trained on and shows no face where one is said to be. */
export interface RoughFaceless extends Sight {
  /** Whose face was there, or nearby. */
  readonly identity: string;
  readonly kind: string;
}

/** Share of the held-out faces that the limit of presence refuses. */
const REFUSED_FACES = 0.003;

/** How wrong the network is about one face. */
interface FaceErrors {
  readonly identity: string;
  /** Mean distances from the labels, as shares of the labelled distance between the eyes: of the five of alignment … */
  readonly five: number;
  /** … and of all. */
  readonly all: number;
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  /** What the network expects {@link all} to be. */
  readonly expected: number;
  readonly presence: number;
}

/** Whether presence refused what has no face. */
interface Refusal {
  readonly identity: string;
  readonly kind: string;
  readonly presence: number;
}

/** How far points lie from their labels when faces are found as the pipeline finds them, and what presence tells. */
export async function pointFigures(faces: readonly RoughFace[], faceless: readonly RoughFaceless[], run: Run) {
  const errors = await errorsOf(faces, run);
  const limit = presenceLimit(errors);
  const refusals = await refusalsOf(faceless, run);
  return {
    ...summarise(errors, meanOf),
    presenceLimit: limit,
    facelessRefused: meanOf(refusals.map(({ presence }) => (presence < limit ? 1 : 0))),
  };
}

/** The same for a card, with 95 % intervals by bootstrap over identities and with each kind of faceless sight. */
export async function describePoints(
  faces: readonly RoughFace[],
  faceless: readonly RoughFaceless[],
  jitter: { readonly shiftPx: number; readonly degrees: number; readonly scale: number },
  run: Run,
): Promise<CardFacts> {
  const errors = await errorsOf(faces, run);
  const refusals = await refusalsOf(faceless, run);
  // Rounded down, so that it refuses no more.
  const limit = Math.floor(1000 * presenceLimit(errors)) / 1000;
  const overPeople = <Item extends { readonly identity: string }>(
    items: readonly Item[],
    read: (item: Item) => number,
  ) => meanWithInterval(items.map((item) => ({ identity: item.identity, value: read(item) })));
  const isPresent = ({ presence }: { readonly presence: number }) => (presence >= limit ? 1 : 0);
  const sights = [
    ...errors.map((error) => ({ ...error, isFace: true })),
    ...refusals
      .filter((_, i) => i % Math.round(refusals.length / errors.length) === 0)
      .map((refusal) => ({ ...refusal, isFace: false })),
  ];
  const rough = `${faces.length} CelebA crops of identities never trained on, roughly aligned: moved by up to ${jitter.shiftPx} px of the aligned face, turned by up to ${jitter.degrees} degrees and scaled by up to ${100 * jitter.scale} %, and found in two looks as the pipeline does`;
  return {
    kind: 'points',
    outputs: FACE_OUTPUTS,
    presenceLimit: limit,
    metrics: {
      val: {
        set: `${rough}; errors of points are shares of the labelled distance between the eyes, against FaceLandmarker's points, over the five that alignment needs where nothing else is said`,
        ...summarise(errors, (values) =>
          meanWithInterval(values.map((value, i) => ({ identity: (errors[i] as FaceErrors).identity, value }))),
        ),
      },
      presence: {
        set: `the same faces, and for each of them sights of every kind without a face where one is said to be, made of held-out crops and pictures, also in two looks; the limit is what ${100 * REFUSED_FACES} % of the faces fall short of, and precision is that of as many sights of either sort`,
        recall: overPeople(errors, isPresent),
        precision: overPeople(sights.filter(isPresent), ({ isFace }) => (isFace ? 1 : 0)),
        facelessRefused: overPeople(refusals, (refusal) => 1 - isPresent(refusal)),
      },
      facelessRefused: {
        set: 'the same sights without a face, by kind: how many presence refuses',
        ...Object.fromEntries(
          [...new Set(refusals.map(({ kind }) => kind))].map((kind) => [
            kind,
            overPeople(
              refusals.filter((refusal) => refusal.kind === kind),
              (refusal) => 1 - isPresent(refusal),
            ),
          ]),
        ),
      },
    },
  };
}

function summarise<Mean>(errors: readonly FaceErrors[], mean: (values: readonly number[]) => Mean) {
  const five = errors.map((error) => error.five);
  const { median, p95 } = spreadOf(five);
  return {
    meanError: mean(five),
    medianError: median,
    p95Error: p95,
    allPointsMeanError: mean(errors.map((error) => error.all)),
    expectedMeanError: mean(errors.map((error) => error.expected)),
    yawMeanErrorDegrees: mean(errors.map((error) => error.yawDegrees)),
    pitchMeanErrorDegrees: mean(errors.map((error) => error.pitchDegrees)),
  };
}

/** What the least of the faces fall short of. */
function presenceLimit(errors: readonly FaceErrors[]): number {
  const sorted = errors.map(({ presence }) => presence).sort((a, b) => a - b);
  return sorted[Math.floor(REFUSED_FACES * sorted.length)] as number;
}

async function errorsOf(faces: readonly RoughFace[], run: Run): Promise<FaceErrors[]> {
  const errors: FaceErrors[] = [];
  for (const face of faces) {
    const seen = await seeFace(face, run);
    const [found, labelled] = [alignmentLandmarks(seen.points), alignmentLandmarks(face.points)];
    const eyes = distance(labelled.leftEye, labelled.rightEye);
    const error = <Name extends string>(names: readonly Name[], p: Record<Name, Point>, q: Record<Name, Point>) =>
      meanOf(names.map((name) => distance(p[name], q[name]) / eyes));
    errors.push({
      identity: face.identity,
      five: error(LANDMARK_ORDER, found, labelled),
      all: error(FACE_POINT_NAMES, seen.points, face.points as FacePoints),
      yawDegrees: Math.abs(seen.yawDegrees - face.yawDegrees),
      pitchDegrees: Math.abs(seen.pitchDegrees - face.pitchDegrees),
      expected: seen.pointError,
      presence: seen.presence,
    });
  }
  return errors;
}

async function refusalsOf(faceless: readonly RoughFaceless[], run: Run): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (const sight of faceless) {
    // Where the first look finds all points in one place there is no second, and the pipeline refuses.
    const seen = await seeFace(sight, run).catch(() => undefined);
    refusals.push({ identity: sight.identity, kind: sight.kind, presence: seen?.presence ?? 0 });
  }
  return refusals;
}
