import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FiveLandmarks, RgbImage } from '@face-verify/core';
import { REPOSITORY } from '@face-verify/repository';
import {
  CAST,
  type Expression,
  type HeadModel,
  loadHeadModel,
  renderPhotograph,
  type Subject,
  VIEWS,
} from '@face-verify/testkit/render';
import sharp from 'sharp';

/** One moment of what a person does before the camera. */
export interface ActedFrame {
  readonly image: RgbImage;
  /** Where the face really is. */
  readonly landmarks: FiveLandmarks;
}

/** A rendered person. */
export interface Actor {
  readonly name: string;
  readonly hasGlasses: boolean;
  /** Of the moment that a key of {@link MOMENTS} names. */
  frame(key: string): Promise<ActedFrame>;
  /** The person from the front, for printing: 480×480, as large in the picture as before the camera. */
  photograph(): Promise<RgbImage>;
}

interface Moment {
  readonly expression?: Expression;
  readonly yawDegrees?: number;
}

const blink = (weight: number): Moment => ({ expression: { eyeBlink_L: weight, eyeBlink_R: weight } });
const jaw = (weight: number): Moment => ({ expression: { jawOpen: weight } });

/** All that an actor does, by its name. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  rest: {},
  ...Object.fromEntries([0.5, 0.8, 1].map((weight) => [`blink ${weight}`, blink(weight)])),
  ...Object.fromEntries([0.1, 0.25, 0.35, 0.5].map((weight) => [`jaw ${weight}`, jaw(weight)])),
  ...Object.fromEntries(
    [8, 16, 25, 30].flatMap((yaw) => [yaw, -yaw]).map((yawDegrees) => [`yaw ${yawDegrees}`, { yawDegrees }]),
  ),
};

/** Variants of each member of the cast: the same look on other bones. */
const SEEDS = [0, 1000, 2000];
const FRAME = { widthPx: 320, heightPx: 240, pxPerCm: 7 };
const PHOTOGRAPH = { widthPx: 480, heightPx: 480, pxPerCm: 12 };
const BACKGROUND = '#8fa6b8';
/** Rendering takes a second a frame; what was rendered is kept. */
const CACHE = path.join(REPOSITORY, '.cache', 'liveness');

/** @throws {FaceVerifyError} `asset-unavailable` where the head is absent */
export function actors(): readonly Actor[] {
  mkdirSync(CACHE, { recursive: true });
  let head: HeadModel | undefined;
  const model = () => {
    head ??= loadHeadModel();
    return head;
  };
  return SEEDS.flatMap((shift) =>
    Object.values(CAST).map((cast: Subject) => {
      const subject = { ...cast, seed: cast.seed + shift };
      const name = `${cast.name}-${subject.seed}`;
      const frames = new Map<string, Promise<ActedFrame>>();
      return {
        name,
        hasGlasses: subject.glasses !== undefined,
        frame: (key) => {
          const frame = frames.get(key) ?? rendered(model, subject, name, key, FRAME);
          frames.set(key, frame);
          return frame;
        },
        photograph: async () => (await rendered(model, subject, name, 'rest', PHOTOGRAPH)).image,
      };
    }),
  );
}

async function rendered(
  model: () => HeadModel,
  subject: Subject,
  name: string,
  key: string,
  size: typeof FRAME,
): Promise<ActedFrame> {
  const file = path.join(CACHE, `${name}-${key.replace(' ', '')}-${size.widthPx}`);
  const { expression = {}, yawDegrees = 0 } = MOMENTS[key] as Moment;
  if (!existsSync(`${file}.json`)) {
    const { image, landmarks } = renderPhotograph(model(), {
      ...size,
      people: [{ subject, pose: { yawDegrees, pitchDegrees: 0, rollDegrees: 0 }, expression, offsetCm: [0, -0.5, 0] }],
      lighting: VIEWS.front.lighting,
      background: BACKGROUND,
    });
    const raw = { width: image.widthPx, height: image.heightPx, channels: 3 } as const;
    await sharp(image.data, { raw }).png().toFile(`${file}.png`);
    writeFileSync(`${file}.json`, JSON.stringify(landmarks[0]));
  }
  const data = Uint8ClampedArray.from(await sharp(`${file}.png`).raw().toBuffer());
  const { widthPx, heightPx } = size;
  return {
    image: { widthPx, heightPx, channels: 3, data },
    landmarks: JSON.parse(readFileSync(`${file}.json`, 'utf8')),
  };
}
