import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractId } from '@face-verify/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pipelineIdentity } from './pipeline-identity.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-models-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function writeCard(id: string, kind: string, sha256: string): void {
  mkdirSync(join(folder, id), { recursive: true });
  writeFileSync(join(folder, id, 'card.json'), JSON.stringify({ id, kind, weights: { sha256 } }));
}

function identity(contract = 'c', running: 'wasm' | 'webgpu' = 'wasm'): string {
  const backend = { requested: 'auto', running, reason: '' } as const;
  return pipelineIdentity({ loadMs: 1, backend, contract: contract as ContractId }, folder);
}

describe('pipelineIdentity', () => {
  it('changes with the contract, the backend and the landmark network', () => {
    writeCard('face-points', 'landmarks', 'aa');
    const before = identity();
    expect(identity('d')).not.toBe(before);
    expect(identity('c', 'webgpu')).not.toBe(before);
    writeCard('face-points', 'landmarks', 'bb');
    expect(identity()).not.toBe(before);
  });

  it('does not change with an embedder that is not in use', () => {
    writeCard('face-points', 'landmarks', 'aa');
    const before = identity();
    writeCard('another', 'embedder', 'cc');
    expect(identity()).toBe(before);
  });
});
