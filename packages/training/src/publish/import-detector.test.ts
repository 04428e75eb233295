import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NETWORKS, type Network } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { describe, expect, it } from 'vitest';
import { startEngine } from '../engine/engine.ts';
import { importDetector } from './import-detector.ts';

const PUBLISHED = path.dirname(createRequire(import.meta.url).resolve('@mediapipe/face_detection/package.json'));
const published = (file: string) => readFileSync(path.join(PUBLISHED, file));
const NETWORK = NETWORKS.BlazeFace_short_range?.() as Network;
const ID = 'blazeface-short-range';
const SHIPPED = path.join(MODELS_FOLDER, ID);

async function importFile(file: Uint8Array): Promise<string> {
  await startEngine('cpu');
  const { source } = JSON.parse(readFileSync(path.join(SHIPPED, 'card.json'), 'utf8'));
  const modelsFolder = mkdtempSync(path.join(tmpdir(), 'face-verify-'));
  await importDetector(NETWORK, { id: ID, modelsFolder, file, source });
  return path.join(modelsFolder, ID);
}

describe('importDetector', () => {
  it('makes the folder that ships, of the file that MediaPipe reads', async () => {
    const folder = await importFile(published('face_detection_short_range.tflite'));
    expect(readdirSync(folder).sort()).toEqual(readdirSync(SHIPPED).sort());
    for (const file of ['weights.bin', 'README.md']) {
      expect(readFileSync(path.join(folder, file)).equals(readFileSync(path.join(SHIPPED, file))), file).toBe(true);
    }
    const [card, shipped] = [folder, SHIPPED].map((of) => JSON.parse(readFileSync(path.join(of, 'card.json'), 'utf8')));
    expect({ ...card, golden: [] }).toEqual({ ...shipped, golden: [] });
    // Engines round in their own ways.
    shipped.golden.forEach((value: number, i: number) => {
      expect(Math.abs(card.golden[i] - value)).toBeLessThan(1e-3);
    });
  });

  it.each([
    ['a model of another network', published('face_detection_full_range.tflite')],
    ['no model', Buffer.from('no model at all')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', async (_, file) => {
    await expect(importFile(file)).rejects.toThrow(TypeError);
  });
});
