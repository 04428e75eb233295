import { type ContractId, contractId } from '@face-verify/core';
import type { EmbedderCard } from '@face-verify/nets';

/** The contract of embeddings of a pack's crops, which were aligned by stored points: by no detector or network. */
export function packedCropsContract({ id, dimension, weights }: EmbedderCard): ContractId {
  return contractId({
    modelId: id,
    dimension,
    weightsSha256: weights.sha256,
    detectorSha256: 'none',
    pointNetworkSha256: 'stored',
  });
}
