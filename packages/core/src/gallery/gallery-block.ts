import { type ComparableFace, embeddingOf } from '../compared-face.ts';
import type { ContractId } from '../contract.ts';
import type { Embedding } from '../embedding.ts';
import { FaceVerifyError } from '../errors.ts';
import { assertSubjectId } from '../subject-id.ts';
import type { Gallery } from './gallery.ts';

const FEWEST_ROWS = 16;

/** A gallery as it lies in memory: subject `row` has `ids[row]` and the numbers from `row * dimension` on. */
export class GalleryBlock implements Gallery {
  readonly contract: ContractId;
  readonly dimension: number;
  readonly ids: string[] = [];
  /** With room for more rows than there are ids, which is wiped. */
  vectors: Float32Array;
  norms: Float64Array;
  /** Grows with each change, for searches that take their time. */
  revision = 0;
  readonly #rows = new Map<string, number>();

  /** @param rows - room to begin with */
  constructor(contract: ContractId, dimension: number, rows = 0) {
    this.contract = contract;
    this.dimension = dimension;
    [this.vectors, this.norms] = allocate(rows, dimension);
  }

  /** @throws {FaceVerifyError} `gallery-invalid` where it is none of this version of the package's */
  static of(gallery: Gallery): GalleryBlock {
    if (gallery instanceof GalleryBlock) return gallery;
    throw new FaceVerifyError(
      'gallery-invalid',
      'This is no gallery of this package: make one with createGallery, or read it with galleryCodec.',
    );
  }

  get size(): number {
    return this.ids.length;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  get(id: string): Embedding | undefined {
    const row = this.#rows.get(id);
    return row === undefined ? undefined : this.embeddingAt(row);
  }

  *[Symbol.iterator](): IterableIterator<readonly [id: string, embedding: Embedding]> {
    for (const [id, row] of this.#rows) yield [id, this.embeddingAt(row)];
  }

  add(id: string, face: ComparableFace): void {
    assertSubjectId(id);
    if (this.#rows.has(id)) throw new FaceVerifyError('id-invalid', 'The gallery has a subject of this id already.');
    const embedding = embeddingOf(face, this.contract, this.dimension);
    if (this.size === this.norms.length) this.#resize(FEWEST_ROWS + Math.ceil(this.size * 1.5));
    this.#write(this.size, embedding);
    this.#rows.set(id, this.size);
    this.ids.push(id);
  }

  replace(id: string, face: ComparableFace): void {
    const row = this.#rows.get(id);
    if (row === undefined) throw new FaceVerifyError('id-invalid', 'The gallery has no subject of this id.');
    this.#write(row, embeddingOf(face, this.contract, this.dimension));
  }

  /** The last row moves into the gap. */
  remove(id: string): boolean {
    const row = this.#rows.get(id);
    if (row === undefined) return false;
    const last = this.size - 1;
    const lastId = this.ids.pop() as string;
    this.#rows.delete(id);
    if (row !== last) {
      this.#write(row, this.embeddingAt(last));
      this.#rows.set(lastId, row);
      this.ids[row] = lastId;
    }
    this.vectors.fill(0, last * this.dimension, (last + 1) * this.dimension);
    this.norms[last] = 0;
    this.revision++;
    if (last * 4 < this.norms.length && this.norms.length > FEWEST_ROWS) this.#resize(last * 2);
    return true;
  }

  embeddingAt(row: number): Embedding {
    const { contract, dimension, vectors, norms } = this;
    return { vector: vectors.slice(row * dimension, (row + 1) * dimension), norm: norms[row] as number, contract };
  }

  #write(row: number, { vector, norm }: Embedding): void {
    this.vectors.set(vector, row * this.dimension);
    this.norms[row] = norm;
    this.revision++;
  }

  #resize(rows: number): void {
    const [vectors, norms] = allocate(rows, this.dimension);
    vectors.set(this.vectors.subarray(0, this.size * this.dimension));
    norms.set(this.norms.subarray(0, this.size));
    this.vectors.fill(0);
    this.vectors = vectors;
    this.norms = norms;
  }
}

function allocate(rows: number, dimension: number): [Float32Array, Float64Array] {
  try {
    return [new Float32Array(rows * dimension), new Float64Array(rows)];
  } catch (cause) {
    throw new FaceVerifyError('gallery-invalid', 'There is not enough memory for a gallery of this size.', {
      details: { subjects: rows },
      cause,
    });
  }
}
