import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import { beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { LOSSES } from '../../losses/losses.ts';
import { drawTargetCurves } from './draw-target-curves.ts';
import { lossGuide } from './loss-guide.ts';
import { type CurvePoint, targetCurves } from './target-curves.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

describe('the guide to the losses', () => {
  it('is what the table says: otherwise run `npm run -s lab -- write-losses`', () => {
    const page = readFileSync(path.join(GENERATED_PAGES, 'losses.md'), 'utf8');
    expect(page).toBe(lossGuide());
  });

  it('has every loss', () => {
    const names = Object.values(LOSSES).flatMap((table) => Object.keys(table));
    for (const name of names) expect(lossGuide()).toContain(`{ name: '${name}'`);
  });
});

describe('the curves of the targets', () => {
  let points: readonly CurvePoint[];
  const logitAt = (label: string, degrees: number) =>
    points.find((point) => point.label === label && point.degrees === degrees)?.logit;

  beforeAll(() => {
    points = targetCurves();
  });

  it('are what the formulas say', () => {
    expect(logitAt('CosFace, MV additive', 60)).toBeCloseTo(0.5 - 0.35, 5);
    expect(logitAt('ArcFace, MV angular, CurricularFace', 60)).toBeCloseTo(Math.cos(Math.PI / 3 + 0.5), 5);
    expect(logitAt('AML, paper', 90)).toBeCloseTo(-1, 5);
    expect(logitAt('AdaFace, good picture', 90)).toBeCloseTo(Math.cos(Math.PI / 2 - 0.4) - 0.8, 5);
  });

  it('are drawn with a name each', async () => {
    const svg = await drawTargetCurves(points);
    expect(svg).toMatch(/^<svg/);
    for (const label of new Set(points.map((point) => point.label))) expect(svg).toContain(`>${label}<`);
  });
});
