import type { Subject } from './subject.ts';

/**
 * Six rendered people, as unlike each other as the renderer can make them. None resembles anyone on purpose.
 * The seeds were chosen so that a strong embedder tells them apart; see the README of `fixtures/`.
 */
export const CAST = {
  ada: {
    name: 'ada',
    seed: 91,
    shapeSpread: 1.3,
    skin: { colour: '#e8bfa6', flush: 0.8, freckles: 0.9, age: 0, moles: 2 },
    brows: { colour: '#a05a2c', halfWidth: 0.28, arch: 0.45, density: 0.8 },
    lips: '#c4625e',
    iris: '#5b8f6a',
    hair: { colour: '#a2481c', cut: 'long', hairline: 10.6, volume: 1.6, sideVolume: 1, curl: 0.8 },
    clothes: '#2e5d50',
  },
  bruno: {
    name: 'bruno',
    seed: 32,
    shapeSpread: 1.3,
    skin: { colour: '#6b4430', flush: 0.2, freckles: 0, age: 0.3, moles: 4 },
    brows: { colour: '#120c0a', halfWidth: 0.5, arch: 0, density: 0.95 },
    lips: '#6e3b36',
    iris: '#2d1a10',
    hair: { colour: '#0d0a09', cut: 'none', hairline: 12, volume: 0, sideVolume: 0, curl: 0 },
    beard: { colour: '#0f0b0a', cut: 'full', thickness: 0.9 },
    clothes: '#b8892f',
  },
  chiyo: {
    name: 'chiyo',
    seed: 43,
    shapeSpread: 1.3,
    skin: { colour: '#e6c39a', flush: 0.25, freckles: 0, age: 0, moles: 1 },
    brows: { colour: '#1d1512', halfWidth: 0.34, arch: 0.1, density: 0.85 },
    lips: '#b5383c',
    iris: '#24160e',
    hair: { colour: '#0e0b0c', cut: 'long', hairline: 7.4, volume: 1.3, sideVolume: 0.7, curl: 0 },
    glasses: { colour: '#7a1f26', lens: [2.5, 2.3], squareness: 2, rim: 0.16 },
    clothes: '#d9d4c7',
  },
  dieter: {
    name: 'dieter',
    seed: 94,
    shapeSpread: 1.3,
    skin: { colour: '#d89c86', flush: 1, freckles: 0.2, age: 1, moles: 2 },
    brows: { colour: '#b9b2a8', halfWidth: 0.6, arch: 0.05, density: 0.8 },
    lips: '#b0736a',
    iris: '#6f93b5',
    hair: { colour: '#c9c5bd', cut: 'short', hairline: 12.6, volume: 0.5, sideVolume: 0.8, curl: 0.3 },
    beard: { colour: '#d3cec5', cut: 'moustache', thickness: 0.7 },
    clothes: '#5a2f36',
  },
  elif: {
    name: 'elif',
    seed: 35,
    shapeSpread: 1.3,
    skin: { colour: '#b98560', flush: 0.4, freckles: 0, age: 0.1, moles: 2 },
    brows: { colour: '#17100d', halfWidth: 0.55, arch: 0.3, density: 1 },
    lips: '#7d2a45',
    iris: '#6b4a20',
    hair: { colour: '#2a1710', cut: 'short', hairline: 9.6, volume: 2.6, sideVolume: 1.9, curl: 1 },
    clothes: '#40407a',
  },
  finn: {
    name: 'finn',
    seed: 76,
    shapeSpread: 1.3,
    skin: { colour: '#e3b597', flush: 0.6, freckles: 0.1, age: 0.2, moles: 2 },
    brows: { colour: '#8a6a3e', halfWidth: 0.4, arch: -0.2, density: 0.75 },
    lips: '#bd7a6d',
    iris: '#3f6f9f',
    hair: { colour: '#b58e4e', cut: 'short', hairline: 9, volume: 1.8, sideVolume: 0.4, curl: 0.2 },
    beard: { colour: '#6b4a2a', cut: 'goatee', thickness: 0.35 },
    glasses: { colour: '#141414', lens: [2.75, 1.8], squareness: 5, rim: 0.22 },
    clothes: '#7b8794',
  },
} as const satisfies Record<string, Subject>;

export type CastName = keyof typeof CAST;
