import { expect, test } from 'vitest';
import { cropOf } from '../../testing/crop-of.ts';
import { similarStrangers } from './similar-strangers.ts';

const crop = (facts: Parameters<typeof cropOf>[0], x: number) => ({
  record: cropOf(facts),
  embedding: Float32Array.of(x, 1),
});
const ADA = [crop({ identity: 'ada', source: '30_1_2_1' }, 3), crop({ identity: 'ada', source: '31_1_2_1' }, 4)];
const ALIKE = [crop({ source: '30_1_2_1' }, 0), crop({ source: '31_1_2_2' }, 1), crop({ source: '39_1_2_3' }, -1)];
const OTHERS = [crop({ source: '30_0_2_4' }, 5), crop({ source: '30_1_1_5' }, 6), crop({ source: 'nobody.jpg' }, 7)];

test('only people of one age, gender and race are similar strangers, and nobody who is known', () => {
  const far = () => Float32Array.of(1, 0);
  const turned = () => Float32Array.of(0, 1);
  const pairs = similarStrangers([...ADA, ...ALIKE, ...OTHERS], (record) =>
    record === ALIKE[0]?.record ? far() : turned(),
  );
  const isMated = Array.from(pairs.probeSubjects, (subject, i) => subject === pairs.referenceSubjects[i]);
  // Of the three that are alike, two are one person to the teachers.
  expect(isMated).toEqual([true, false, false]);
});
