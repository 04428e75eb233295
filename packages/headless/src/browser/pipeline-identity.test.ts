import { type ContractParts, contractId } from '@face-verify/core';
import { describe, expect, it } from 'vitest';
import { alignmentIdentity, pipelineIdentity } from './pipeline-identity.ts';

const PARTS: ContractParts = {
  modelId: 'light',
  dimension: 128,
  weightsSha256: 'a'.repeat(64),
  pointNetworkSha256: 'b'.repeat(64),
  detectorSha256: 'c'.repeat(64),
};

function loaded(change: Partial<ContractParts> = {}, running: 'wasm' | 'webgpu' = 'wasm') {
  const backend = { requested: 'auto', running, reason: '' } as const;
  return { loadMs: 1, backend, contract: contractId({ ...PARTS, ...change }) };
}

const DETECTOR = loaded({ detectorSha256: 'd'.repeat(64) });
const LANDMARKS = loaded({ pointNetworkSha256: 'd'.repeat(64) });
const EMBEDDER = loaded({ weightsSha256: 'd'.repeat(64) });
const BACKEND = loaded({}, 'webgpu');

describe('what outcomes are kept under', () => {
  it.each(Object.entries({ DETECTOR, LANDMARKS, EMBEDDER, BACKEND }))('changes with the %s', (_, other) => {
    expect(pipelineIdentity(other)).not.toBe(pipelineIdentity(loaded()));
  });
});

describe('what crops are kept under', () => {
  it.each(Object.entries({ DETECTOR, LANDMARKS, BACKEND }))('changes with the %s', (_, other) => {
    expect(alignmentIdentity(other)).not.toBe(alignmentIdentity(loaded()));
  });

  it('does not change with the embedder', () => {
    expect(alignmentIdentity(EMBEDDER)).toBe(alignmentIdentity(loaded()));
  });
});
