/** Renders the folder `fixtures`: `npm run -s lab -- render-fixtures`. The same sources give the same photographs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FiveLandmarks, LANDMARK_ORDER, type Point } from '@face-verify/core';
import sharp from 'sharp';
import { encodeJpeg } from '../src/encode-jpeg.ts';
import { fixturePath } from '../src/fixture-path.ts';
import type { FixturePhotograph } from '../src/fixtures.ts';
import { CAST } from './cast.ts';
import { DEMO_CAST } from './demo-cast.ts';
import { type HeadModel, loadHeadModel } from './head-model.ts';
import type { Person } from './person-mesh.ts';
import { type Photograph, renderPhotograph } from './render-photograph.ts';
import { SCENE_WITHOUT_FACE } from './scene-without-face.ts';
import type { Subject } from './subject.ts';
import { ACTS, EYES_SHUT, MOUTH_LAUGHING, VIEWS, type View } from './views.ts';

const SIDE_PX = 480;
const JPEG_QUALITY = 88;
/** Of a camera's proportions, and small: the demonstration fetches them all. */
const DEMO = { widthPx: 480, heightPx: 360, background: '#9aa7b0', pxPerCm: 9.5, quality: 82 };
const BACKGROUNDS = ['#8fa6b8', '#b8a88f', '#9db89a', '#a59ab5', '#c2b7a6', '#7f9aa3'];

const folder = fixturePath('');
const head = loadHeadModel();
await mkdir(folder, { recursive: true });
const index: FixturePhotograph[] = [];
for (const [name, photograph] of Object.entries(describePhotographs()))
  index.push(await takePhotograph(head, `${name}.jpg`, photograph));
index.push(await drawScene('nobody.jpg'));
await mkdir(join(folder, 'acts'), { recursive: true });
for (const [name, view] of Object.entries(ACTS)) {
  await takePhotograph(head, join('acts', `${CAST.ada.name}-${name}.jpg`), portrait(CAST.ada, view, BACKGROUNDS[0]));
}
await mkdir(join(folder, 'demo'), { recursive: true });
for (const subject of Object.values(DEMO_CAST)) {
  const { front, ...others } = VIEWS;
  const acts = { ...ACTS, blink: EYES_SHUT, ...(subject.name === 'kofi' && { 'open-mouth': MOUTH_LAUGHING }) };
  for (const [name, view] of Object.entries({ front, ...(subject.name !== 'stranger' && others), ...acts })) {
    const { quality, ...frame } = DEMO;
    const { image } = renderPhotograph(head, { ...portrait(subject, view), ...frame });
    await writeFile(join(folder, 'demo', `${subject.name}-${name}.jpg`), await encodeJpeg(image, quality));
  }
}
await writeFile(join(folder, 'index.json'), `${JSON.stringify(index, null, 1)}\n`);

function describePhotographs(): Record<string, Photograph> {
  const photographs: Record<string, Photograph> = {};
  Object.values(CAST).forEach((subject, i) => {
    for (const [name, view] of Object.entries(VIEWS)) {
      photographs[`${subject.name}-${name}`] = portrait(subject, view, BACKGROUNDS[i % BACKGROUNDS.length]);
    }
  });
  const left: Person = { ...VIEWS.front, subject: CAST.ada, offsetCm: [-18, -2, 0] };
  const right: Person = { ...VIEWS.smiling, subject: CAST.bruno, offsetCm: [18, 0, -3] };
  photographs['ada-and-bruno'] = {
    widthPx: 640,
    heightPx: SIDE_PX,
    people: [left, right],
    lighting: VIEWS.front.lighting,
    background: '#a9a59b',
    pxPerCm: 9,
  };
  return photographs;
}

function portrait(subject: Subject, { pose, expression, lighting }: View, background = '#808080'): Photograph {
  return {
    widthPx: SIDE_PX,
    heightPx: SIDE_PX,
    people: [{ subject, pose, expression, offsetCm: [0, -0.5, 0] }],
    lighting,
    background,
    pxPerCm: 12,
  };
}

async function takePhotograph(model: HeadModel, file: string, photograph: Photograph): Promise<FixturePhotograph> {
  const { image, landmarks } = renderPhotograph(model, photograph);
  await writeFile(join(folder, file), await encodeJpeg(image, JPEG_QUALITY));
  const people = photograph.people.map(({ subject, pose }, i) => ({
    subject: subject.name,
    yawDegrees: pose.yawDegrees,
    landmarks: rounded(landmarks[i] as FiveLandmarks),
  }));
  return { file, widthPx: photograph.widthPx, heightPx: photograph.heightPx, people };
}

async function drawScene(file: string): Promise<FixturePhotograph> {
  await sharp(Buffer.from(SCENE_WITHOUT_FACE)).flatten().jpeg({ quality: JPEG_QUALITY }).toFile(join(folder, file));
  return { file, widthPx: SIDE_PX, heightPx: SIDE_PX, people: [] };
}

/** To a hundredth of a pixel, which is finer than anything is compared with. */
function rounded(landmarks: FiveLandmarks): FiveLandmarks {
  const round = ({ x, y }: Point): Point => ({ x: Math.round(100 * x) / 100, y: Math.round(100 * y) / 100 });
  return Object.fromEntries(LANDMARK_ORDER.map((name) => [name, round(landmarks[name])])) as unknown as FiveLandmarks;
}
