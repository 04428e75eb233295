import { type ContractId, dimensionOf } from '../contract.ts';
import { FaceVerifyError } from '../errors.ts';
import type { Gallery } from './gallery.ts';
import { GalleryBlock } from './gallery-block.ts';

/**
 * An empty gallery.
 *
 * @param contract - the verifier's, which captures and compares
 * @throws {FaceVerifyError} `option-invalid` where it is no contract
 * @example
 * const gallery = createGallery(verifier.contract);
 * gallery.add('member-17', enrolled.template);
 */
export function createGallery(contract: ContractId): Gallery {
  const dimension = dimensionOf(contract);
  if (dimension !== undefined) return new GalleryBlock(contract, dimension);
  throw new FaceVerifyError('option-invalid', 'A gallery is made for a contract: hand over verifier.contract.');
}
