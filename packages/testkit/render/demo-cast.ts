import { CAST } from './cast.ts';
import type { Subject } from './subject.ts';

const { beard: _, ...kofisLook } = CAST.bruno;

/**
 * Who appears in the demonstration of the attendance check-in: two of the cast, and others whom the weights that ship keep
 * apart from them and from each other; see the README of `fixtures/`. The stranger is enrolled nowhere. Lashes are such that
 * the point network that ships sees narrow eyes close.
 */
export const DEMO_CAST = {
  ada: CAST.ada,
  dieter: CAST.dieter,
  gita: {
    name: 'gita',
    seed: 232,
    shapeSpread: 1.8,
    skin: { colour: '#8d5f42', flush: 0.3, freckles: 0, age: 0.15, moles: 1 },
    brows: { colour: '#17100c', halfWidth: 0.42, arch: 0.35, density: 0.95 },
    lips: '#93403f',
    iris: '#3a2416',
    hair: { colour: '#15100f', cut: 'long', hairline: 9.2, volume: 1.4, sideVolume: 1.3, curl: 0.25 },
    clothes: '#9c3f5f',
  },
  emre: { ...CAST.elif, name: 'emre', seed: 256, shapeSpread: 1.8, lashes: false },
  kofi: { ...kofisLook, name: 'kofi', seed: 489, shapeSpread: 2.4, lashes: '#896c59' },
  stranger: { ...CAST.finn, name: 'stranger', seed: 533, shapeSpread: 1.8 },
} as const satisfies Record<string, Subject>;
