import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';
import type { CaptureResult, FaceVerifier } from '../api.ts';

type Draw = (context: OffscreenCanvasRenderingContext2D) => void;

const disc = (context: OffscreenCanvasRenderingContext2D, x: number, y: number, rx: number, ry = rx, fill = '#222') => {
  context.fillStyle = fill;
  context.beginPath();
  context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
  context.fill();
};
const stroke = (context: OffscreenCanvasRenderingContext2D, width: number, path: string) => {
  context.lineWidth = width;
  context.stroke(new Path2D(path));
};

/** A person as a comic draws one. */
const cartoon =
  (skin: string, hair: string, wide: number): Draw =>
  (context) => {
    disc(context, 200, 170, 118 * wide, 140, hair);
    disc(context, 200, 200, 100 * wide, 128, skin);
    for (const side of [-1, 1]) {
      disc(context, 200 + side * 42 * wide, 185, 20, 13, '#fff');
      disc(context, 200 + side * 42 * wide, 186, 8, 9, '#3b2a20');
      stroke(context, 6, `M ${176 + side * 42 * wide} 160 q 24 -14 48 0`);
    }
    stroke(context, 4, 'M 200 195 l -12 42 q 12 8 26 0');
    stroke(context, 7, 'M 158 272 q 42 26 84 0');
  };

const DRAWINGS: Readonly<Record<string, Draw>> = {
  'a smiley': (context) => {
    disc(context, 200, 200, 150, 150, '#ffd93b');
    for (const x of [150, 250]) disc(context, x, 165, 17, 26);
    stroke(context, 14, 'M 115 225 q 85 110 170 0');
  },
  'a socket': (context) => {
    disc(context, 200, 200, 140, 140, '#e8e8e4');
    disc(context, 200, 200, 105, 105, '#cfcfca');
    for (const x of [160, 240]) disc(context, x, 190, 14);
    disc(context, 200, 255, 20, 12, '#9a9a95');
  },
  'a man of a comic': cartoon('#f2c9a4', '#4a2f1b', 1),
  'a woman of a comic': cartoon('#e7b68f', '#1d1a22', 0.9),
  'a child of a comic': cartoon('#f6d7bd', '#c98a2b', 1.06),
};

let verifier: FaceVerifier;
const captures = new Map<string, CaptureResult>();

beforeAll(async () => {
  verifier = await createLocalVerifier({ backend: 'wasm' });
  for (const [name, draw] of Object.entries(DRAWINGS)) {
    const context = new OffscreenCanvas(400, 400).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#b9d4e6';
    context.fillRect(0, 0, 400, 400);
    context.strokeStyle = '#222';
    draw(context);
    captures.set(name, await verifier.capture(context.canvas));
  }
});
afterAll(() => verifier.dispose());

const pairs = Object.keys(DRAWINGS).flatMap((a, i, all) => all.slice(i + 1).map((b) => [a, b] as const));

describe('what is drawn is nobody', () => {
  test.for(pairs)('%s is never %s', ([a, b]) => {
    const [probe, reference] = [captures.get(a), captures.get(b)] as [CaptureResult, CaptureResult];
    expect(verifier.compare(probe, reference).outcome).not.toBe('match');
  });
});
