import { expect, test } from 'vitest';
import { PREPROCESSING_VERSION } from './alignment.ts';
import { alignmentId, alignmentOf, type ContractParts, contractId } from './contract.ts';

const PARTS: ContractParts = {
  modelId: 'light',
  dimension: 128,
  weightsSha256: 'a'.repeat(64),
  pointNetworkSha256: 'b'.repeat(64),
  detectorSha256: 'c'.repeat(64),
};

test.for([
  ['modelId', 'other'],
  ['dimension', 256],
  ['weightsSha256', 'd'.repeat(64)],
  ['pointNetworkSha256', 'd'.repeat(64)],
  ['detectorSha256', 'd'.repeat(64)],
] as const)('a contract changes with its %s', ([part, value]) => {
  expect(contractId({ ...PARTS, [part]: value })).not.toBe(contractId(PARTS));
});

test('a contract names the preprocessing', () => {
  expect(contractId(PARTS)).toContain(PREPROCESSING_VERSION);
});

test('a contract says how faces are aligned', () => {
  expect(alignmentOf(contractId(PARTS))).toBe(alignmentId(PARTS));
});
