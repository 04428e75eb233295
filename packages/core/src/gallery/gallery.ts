import type { ComparableFace } from '../compared-face.ts';
import type { ContractId } from '../contract.ts';
import type { Embedding } from '../embedding.ts';

/**
 * Templates of many subjects, each under an id, to look for a probe among. They lie in one block of memory, 4 bytes for
 * each number: 100,000 of 128 numbers take 51 MB. It outlives the page as `galleryCodec` writes it.
 *
 * Iterating gives the id and the embedding of each, in no particular order.
 */
export interface Gallery extends Iterable<readonly [id: string, embedding: Embedding]> {
  /** Of all its embeddings. */
  readonly contract: ContractId;
  /** How many subjects it has. */
  readonly size: number;

  /** Whether there is a subject of this id. */
  has(id: string): boolean;

  /** The embedding that was added, as a copy: to compare a probe with one subject. Undefined where there is none. */
  get(id: string): Embedding | undefined;

  /**
   * Takes a subject in.
   *
   * @param id - 1 to 1,024 characters; the application's own name for the subject, better no person's name
   * @param face - a template; a capture or an embedding will do
   * @throws {FaceVerifyError} `id-invalid` where the id is none, or is taken: two subjects must not become one;
   *   `embedding-invalid`, `contract-mismatch` as `compare`; `gallery-invalid` where memory is used up. The gallery is as
   *   it was before then.
   */
  add(id: string, face: ComparableFace): void;

  /** Puts another template in the place of a subject's. @throws as {@link add}, `id-invalid` where nobody has the id */
  replace(id: string, face: ComparableFace): void;

  /** Takes a subject out and wipes the numbers. False where nobody has the id. */
  remove(id: string): boolean;
}
