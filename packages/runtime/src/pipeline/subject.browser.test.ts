import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalVerifier } from '../../testing/create-local-verifier.ts';
import { describeWithPhotographs } from '../../testing/shared-photographs.ts';
import type { FaceVerifier } from '../api.ts';

const load = async (path: string) => createImageBitmap(await (await fetch(path)).blob());
const rendered = (name: string) => load(`/rendered/${name}.jpg`);

/** A photograph of one person, and to the right of it another photograph, smaller. */
async function card(name: string, beside: string, scale = 0.5, filter = 'none') {
  const [portrait, ghost] = [await rendered(name), await rendered(beside)];
  const canvas = new OffscreenCanvas(portrait.width * (1.1 + scale), portrait.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#dfe6ea';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(portrait, 0, 0);
  context.filter = filter;
  const [width, height] = [scale * ghost.width, scale * ghost.height];
  context.drawImage(ghost, portrait.width * 1.05, portrait.height - height, width, height);
  return canvas;
}

let verifier: FaceVerifier;

beforeAll(async () => {
  verifier = await createLocalVerifier({ assets: new URL('/face-verify/', location.href), backend: 'wasm' });
});
afterAll(() => verifier.dispose());

describe('a second, smaller picture', () => {
  test('of the same person is no second person', async () => {
    const alone = await verifier.capture(await rendered('ada-front'));
    const capture = await verifier.capture(await card('ada-front', 'ada-front'));
    expect(capture.outcome).toBe('captured');
    expect(verifier.compare(capture, alone)).toMatchObject({ outcome: 'match' });
    expect(await verifier.capture(await card('ada-front', 'ada-front', 0.5, 'grayscale(1)'))).toMatchObject({
      outcome: 'captured',
    });
  });

  test('of somebody else is', async () => {
    for (const beside of ['bruno-front', 'dieter-front']) {
      const capture = await verifier.capture(await card('ada-front', beside));
      expect(capture).toMatchObject({ outcome: 'inconclusive', reason: 'multiple-faces' });
    }
  });

  describeWithPhotographs('on an identity card', () => {
    test('leaves the large one', async () => {
      const [idCard, photograph] = [
        await load('/shared/inputs/12-id-card-ghost.jpg'),
        await load('/shared/photos/person-10-2.jpg'),
      ];
      const { result, reference } = await verifier.verify(photograph, idCard);
      expect(reference.outcome).toBe('captured');
      expect(result.outcome).not.toBe('non-match');
    });
  });
});

test('whom a photograph of several is of can be said, of each photograph', async () => {
  const both = await card('ada-front', 'bruno-front', 0.9);
  const ada = await rendered('ada-front');
  expect(await verifier.verify(both, ada)).toMatchObject({ result: { reason: 'multiple-faces', side: 'probe' } });
  expect(await verifier.verify(both, ada, { subject: 'largest' })).toMatchObject({ result: { outcome: 'match' } });
  expect(await verifier.verify(ada, both, { subject: { reference: 'largest' } })).toMatchObject({
    result: { outcome: 'match' },
  });
  expect(await verifier.verify(ada, both, { subject: { probe: 'largest' } })).toMatchObject({
    result: { reason: 'multiple-faces', side: 'reference' },
  });
  const taken = await verifier.enrol([both], { subject: 'largest' });
  expect(taken).toMatchObject({ outcome: 'enrolled' });
  expect(await verifier.enrol([both])).toMatchObject({ outcome: 'inconclusive', reason: 'multiple-faces' });
});
