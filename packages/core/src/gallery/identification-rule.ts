import type { ContractId } from '../contract.ts';
import { FaceVerifyError } from '../errors.ts';
import type { MeasuredThresholds } from '../threshold.ts';
import type { GalleryBlock } from './gallery-block.ts';

/** What a search through a gallery needs to know of the model. */
export interface IdentificationRule extends MeasuredThresholds {
  /** Of the embeddings that the thresholds were measured for. */
  readonly contract: ContractId;
  /** How many numbers such an embedding has. */
  readonly dimension: number;
}

/** @throws {FaceVerifyError} `contract-mismatch` where the gallery is of another model */
export function assertSearchable({ contract }: GalleryBlock, rule: IdentificationRule): void {
  if (contract === rule.contract) return;
  throw new FaceVerifyError(
    'contract-mismatch',
    'This gallery was made by another model and cannot be searched; enrol again with the current one.',
    { details: { given: contract, inUse: rule.contract } },
  );
}
