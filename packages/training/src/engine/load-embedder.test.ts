import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEFAULT_MODEL } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from './engine.ts';
import { loadEmbedder } from './load-embedder.ts';

let folder: string;

beforeAll(async () => {
  await startEngine('cpu');
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'face-verify-models-'));
  cpSync(path.join(MODELS_FOLDER, DEFAULT_MODEL), path.join(folder, DEFAULT_MODEL), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('loadEmbedder', () => {
  it('loads an embedder that ships', () => {
    const { card, inference } = loadEmbedder(DEFAULT_MODEL, folder);
    expect(inference.network.name).toBe(card.architecture);
    inference.dispose();
  });

  it('refuses weights in which one bit is wrong', () => {
    const file = path.join(folder, DEFAULT_MODEL, 'weights.bin');
    const bytes = readFileSync(file);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(() => loadEmbedder(DEFAULT_MODEL, folder)).toThrow(expect.objectContaining({ code: 'weights-corrupt' }));
  });

  it('refuses weights of another topology', () => {
    const file = path.join(folder, DEFAULT_MODEL, 'card.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), topology: '0' }));
    expect(() => loadEmbedder(DEFAULT_MODEL, folder)).toThrow(expect.objectContaining({ code: 'topology-mismatch' }));
  });

  it('refuses a model that is not there, or is no embedder', () => {
    const error = expect.objectContaining({ code: 'asset-unavailable' });
    expect(() => loadEmbedder('gone', folder)).toThrow(error);
    expect(() => loadEmbedder('face-points')).toThrow(error);
  });
});
