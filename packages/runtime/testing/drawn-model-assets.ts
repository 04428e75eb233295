import { join } from 'node:path';
import { templateToInput, transformFacePoints } from '@face-verify/core';
import { outputFromFacePoints, type ParameterSpec, POINT_INPUT, sizeOf } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { STRAIGHT_FACE_POINTS } from '@face-verify/testkit';
import type { AssetFile } from '../assets/asset-file.ts';
import { modelFiles } from '../assets/model-files.ts';
import { LIGHT_DETECTOR, modelFolder } from '../src/assets/asset-paths.ts';
import { drawModel, drawValues, seededRandom } from './drawn-model.ts';

/** Models by which tests need no trained weights, models that are wrong in known ways, and the light detector as it ships. */
export async function drawnModelAssets(): Promise<readonly AssetFile[]> {
  const landmarks = await drawModel(
    'FacePointNet',
    { id: 'face-points', kind: 'points', presenceLimit: 0.25 },
    templateAnyway,
  );
  const { card, weights } = await drawModel(
    'ConvFaceNeXt_PS',
    { id: 'drawn', kind: 'embedder', dimension: 128, thresholds: [], thresholdsAgainstSimilar: [] },
    drawValues(seededRandom(1)),
  );
  const threshold = { similarity: 0.5, targetFmr: 0.001, fmrInterval: [0.0005, 0.002], measuredOn: 'nothing' };
  const changes: Readonly<Record<string, { card?: object; weights?: Uint8Array }>> = {
    drawn: {},
    'with-threshold': { card: { thresholds: [threshold] } },
    'one-bit-flipped': { weights: flipBit(weights) },
    'cut-off': { weights: weights.subarray(0, -2) },
    'other-topology': { card: { topology: '0000000000000000' } },
    'unknown-architecture': { card: { architecture: 'constructor' } },
    'other-golden': { card: { golden: card.golden.toReversed() } },
    'incomplete-card': { card: { golden: undefined } },
  };
  const variants = Object.entries(changes).flatMap(([id, change]) =>
    assetsOf(id, { ...card, id, ...change.card }, change.weights ?? weights),
  );
  const detector = modelFiles(join(MODELS_FOLDER, LIGHT_DETECTOR));
  return [...detector, ...assetsOf('face-points', landmarks.card, landmarks.weights), ...variants];
}

function assetsOf(id: string, card: object, weights: Uint8Array): AssetFile[] {
  return [
    { path: `${modelFolder(id)}card.json`, read: async () => Buffer.from(JSON.stringify(card)) },
    { path: `${modelFolder(id)}weights.bin`, read: async () => weights },
  ];
}

/** Weights with which the point network, whatever it sees, says that the face is where the detector put it. */
function templateAnyway({ role, shape }: ParameterSpec): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  const { sizePx, faceFraction } = POINT_INPUT;
  const points = transformFacePoints(STRAIGHT_FACE_POINTS, templateToInput(sizePx, faceFraction));
  const output = outputFromFacePoints(points);
  if (role === 'bias' && values.length === output.length) values.set(output);
  return values;
}

function flipBit(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, i) => (i === 1000 ? byte ^ 1 : byte));
}
