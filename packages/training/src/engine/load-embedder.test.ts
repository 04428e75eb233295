import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MODELS_FOLDER } from '../data/shared-data.ts';
import { startEngine } from './engine.ts';
import { loadEmbedder } from './load-embedder.ts';

const ID = 'convfacenext-ps';

let folder: string;

beforeAll(async () => {
  await startEngine('cpu');
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-models-'));
  cpSync(path.join(MODELS_FOLDER, ID), path.join(folder, ID), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('loadEmbedder', () => {
  it('loads an embedder that ships', () => {
    const { card, inference } = loadEmbedder(ID, folder);
    expect(inference.network.name).toBe(card.architecture);
    inference.dispose();
  });

  it('refuses weights in which one bit is wrong', () => {
    const file = path.join(folder, ID, 'weights.bin');
    const bytes = readFileSync(file);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(() => loadEmbedder(ID, folder)).toThrow(expect.objectContaining({ code: 'weights-corrupt' }));
  });

  it('refuses weights of another topology', () => {
    const file = path.join(folder, ID, 'card.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), topology: '0' }));
    expect(() => loadEmbedder(ID, folder)).toThrow(expect.objectContaining({ code: 'topology-mismatch' }));
  });

  it('refuses a model that is not there, or is no embedder', () => {
    const error = expect.objectContaining({ code: 'asset-unavailable' });
    expect(() => loadEmbedder('gone', folder)).toThrow(error);
    expect(() => loadEmbedder('face-points')).toThrow(error);
  });
});
