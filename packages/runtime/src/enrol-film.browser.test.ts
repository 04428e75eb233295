import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalVerifier } from '../testing/create-local-verifier.ts';
import type { FaceVerifier } from './api.ts';

let verifier: FaceVerifier;

beforeAll(async () => {
  verifier = await createLocalVerifier({ backend: 'wasm' });
});
afterAll(() => verifier.dispose());

async function enrol(...names: readonly string[]) {
  const photographs = names.map(async (name) => (await fetch(`/rendered/${name}.jpg`)).blob());
  return verifier.enrol(await Promise.all(photographs));
}

test('a stranger who walks through leaves the template of the model that ships as it was', async () => {
  const alone = await enrol('ada-front', 'ada-turned', 'ada-smiling');
  const withStranger = await enrol('ada-front', 'dieter-turned', 'ada-turned', 'ada-smiling');
  expect(alone).toMatchObject({ outcome: 'enrolled', dropped: [], template: { faceCount: 3 } });
  expect(withStranger).toMatchObject({ outcome: 'enrolled', dropped: [1] });
  expect(withStranger).toHaveProperty('template', alone.outcome === 'enrolled' && alone.template);
});

test('photographs of two people give no template', async () => {
  expect(await enrol('ada-front', 'dieter-front')).toMatchObject({ reason: 'inconsistent-faces' });
});
