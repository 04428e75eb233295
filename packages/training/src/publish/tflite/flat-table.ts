import type { ByteBuffer } from 'flatbuffers';

/** A table of a flatbuffer, read by the places of its fields instead of by a class that a schema was compiled to. */
export class FlatTable {
  readonly #bytes: ByteBuffer;
  readonly #position: number;

  private constructor(bytes: ByteBuffer, position: number) {
    this.#bytes = bytes;
    this.#position = position;
  }

  static root(bytes: ByteBuffer): FlatTable {
    return new FlatTable(bytes, bytes.readInt32(bytes.position()) + bytes.position());
  }

  /** 0 where it is not set, as in all schemas that leave the default to it. */
  int8(field: number): number {
    return this.#read(field, (at) => this.#bytes.readInt8(at)) ?? 0;
  }

  int32(field: number): number {
    return this.#read(field, (at) => this.#bytes.readInt32(at)) ?? 0;
  }

  table(field: number): FlatTable | undefined {
    return this.#read(field, (at) => new FlatTable(this.#bytes, this.#bytes.__indirect(at)));
  }

  tables(field: number): FlatTable[] {
    return this.#elements(field, 4, (at) => new FlatTable(this.#bytes, this.#bytes.__indirect(at)));
  }

  int32s(field: number): number[] {
    return this.#elements(field, 4, (at) => this.#bytes.readInt32(at));
  }

  /** In place. */
  bytes(field: number): Uint8Array | undefined {
    return this.#read(field, (at) => {
      const start = this.#bytes.__vector(at);
      return this.#bytes.bytes().subarray(start, start + this.#bytes.__vector_len(at));
    });
  }

  #read<Value>(field: number, read: (at: number) => Value): Value | undefined {
    const offset = this.#bytes.__offset(this.#position, 4 + 2 * field);
    return offset === 0 ? undefined : read(this.#position + offset);
  }

  #elements<Value>(field: number, size: number, read: (at: number) => Value): Value[] {
    const elements = this.#read(field, (at) => {
      const start = this.#bytes.__vector(at);
      return Array.from({ length: this.#bytes.__vector_len(at) }, (_, i) => read(start + i * size));
    });
    return elements ?? [];
  }
}
