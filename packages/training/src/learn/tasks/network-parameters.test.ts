import { facePointNet, nodesOf } from '@face-verify/nets';
import { beforeAll, expect, it } from 'vitest';
import { startEngine } from '../../engine/engine.ts';
import { createStudent } from './network-parameters.ts';

beforeAll(async () => {
  await startEngine('cpu');
});

it('what an output is computed from stays as it is where the output is kept, and nothing else does', async () => {
  const network = facePointNet('a');
  const kept = nodesOf(network, 'points');
  const { student, parameters } = createStudent(network, await startEngine('cpu'), 1, kept);
  const learned = new Set(parameters.flatMap(({ name, treatment }) => (treatment === 'statistic' ? [] : [name])));
  const [points, presence] = [network.outputs.points, network.outputs.presence];
  expect(learned.has(`${points}/kernel`)).toBe(false);
  expect(learned.has('1/kernel')).toBe(false);
  expect(learned.has(`${presence}/kernel`)).toBe(true);
  expect([...learned].filter((name) => kept.has(Number(name.split('/')[0])))).toEqual([]);
  student.dispose();
});
