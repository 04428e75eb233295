import { type ContractId, contractId } from '@face-verify/core';

/** The contract of a model that was drawn instead of trained. */
export function drawnContract(modelId = 'drawn', dimension = 128): ContractId {
  return contractId({
    modelId,
    dimension,
    weightsSha256: 'a'.repeat(64),
    pointNetworkSha256: 'b'.repeat(64),
    detectorSha256: 'c'.repeat(64),
  });
}
