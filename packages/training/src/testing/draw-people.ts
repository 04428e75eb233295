import { createEmbedding } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import type { CropRecord } from '../data/crop.ts';
import { createRandom } from '../data/random.ts';
import type { SeenFace } from '../measure/quality/seen-face.ts';
import { cropOf } from './crop-of.ts';

const DIMENSION = 16;
const CONTRACT = drawnContract('drawn', DIMENSION);

interface DrawnPeople {
  /** At most 16: their faces lie about axes at right angles to each other. */
  readonly people: number;
  readonly facesEach: number;
  /** How far a face lies off its person's axis; at 3 little of the person is left. */
  readonly noise: number;
  /** Of the face that stands so far among its person's. */
  readonly norm: (face: number) => number;
  readonly record?: (face: number) => Partial<CropRecord>;
}

/** Faces of people, one person after the other; the same person at the same axis, whatever the noise. */
export function drawPeople({ people, facesEach, noise, norm, record = () => ({}) }: DrawnPeople): SeenFace[] {
  const random = createRandom(noise * 1000);
  return Array.from({ length: people * facesEach }, (_, index) => {
    const [person, face] = [Math.floor(index / facesEach), index % facesEach];
    const raw = Array.from({ length: DIMENSION }, (_, axis) => Number(axis === person) + noise * (random() - 0.5));
    const identity = `person ${person}`;
    const length = norm(face) / Math.hypot(...raw);
    return {
      index,
      identity,
      record: cropOf({ identity, ...record(face) }),
      embedding: createEmbedding(
        raw.map((value) => value * length),
        CONTRACT,
      ),
    };
  });
}
