import { between, type DamageKind } from './damage-kind.ts';
import { addMoire, addNoise, castColour, mapValues } from './pixel-changes.ts';

/** What light, exposure and sensor do, up to where faces are refused. */
export const LIGHT_DAMAGES: readonly DamageKind[] = [
  {
    title: 'Dark',
    weight: 1,
    draw: (random) => {
      const times = between(random, 1.5, 6);
      return { change: (face) => mapValues(face, (value) => value / times) };
    },
  },
  {
    title: 'Overexposed',
    weight: 1,
    draw: (random) => {
      const times = between(random, 1.2, 2);
      return { change: (face) => mapValues(face, (value) => value * times) };
    },
  },
  {
    title: 'Low contrast',
    weight: 1,
    draw: (random) => {
      const [left, grey] = [between(random, 0.25, 0.7), between(random, 70, 180)];
      return { change: (face) => mapValues(face, (value) => grey + left * (value - 128)) };
    },
  },
  {
    title: 'Colour cast',
    weight: 1,
    draw: (random) => {
      const gains = [between(random, 0.6, 1.25), between(random, 0.6, 1.1), between(random, 0.35, 1.1)] as const;
      return { change: (face) => castColour(face, gains) };
    },
  },
  {
    title: 'Noise',
    weight: 1,
    draw: (random) => {
      const deviation = between(random, 5, 25);
      return { change: (face, grain) => addNoise(face, deviation, grain) };
    },
  },
  {
    title: 'Moiré of a screen',
    weight: 1,
    draw: (random) => {
      const strength = between(random, 0.05, 0.25);
      return { change: (face) => addMoire(face, strength) };
    },
  },
];
