import type { Network } from '@face-verify/nets';
import { Builder } from 'flatbuffers';
import { type PlainLayer, plainLayers, transposed } from './plain-layers.ts';

/** Of TensorFlow Lite's schema (schema.fbs): operators, and the tables of their options. */
const OPERATORS = { add: 0, conv: 3, depthwise: 4, reshape: 22, prelu: 54 } as const;
const OPTIONS = { none: 0, conv: 1, depthwise: 2, add: 11 } as const;
const PADDINGS = { same: 0, valid: 1 } as const;
const BUFFER_ALIGNMENT = 16;
const [FLOAT32, INT32] = [0, 2];

/** A network as TensorFlow Lite, for LiteRT: [1, side, side, 3] → [1, length]. */
export function toTflite(network: Network, parameters: readonly Float32Array[]): Uint8Array {
  const file = new TfliteFile();
  const maps = [file.tensor('image', [1, ...network.nodes[0].shape])];
  const layers = plainLayers(network, parameters);
  for (const layer of layers) maps[layer.id] = addLayer(file, layer, maps);
  const { id, shape } = layers.at(-1) as PlainLayer;
  const row = file.tensor('row', [2], Int32Array.of(1, shape[2]));
  const embedding = file.tensor('embedding', [1, shape[2]]);
  file.operator('reshape', [maps[id] as number, row], embedding);
  return file.finish(maps[0] as number, embedding);
}

/** @returns the tensor that the layer gives */
function addLayer(file: TfliteFile, layer: PlainLayer, maps: readonly number[]): number {
  const { id, input, shape } = layer;
  const source = maps[input] as number;
  if (layer.kind === 'add') {
    return layer.others.reduce((sum, other, i) => {
      const next = file.tensor(`sum${id}_${i}`, [1, ...shape]);
      file.operator('add', [sum, maps[other] as number], next, () => file.options(OPTIONS.add, 1, () => {}));
      return next;
    }, source);
  }
  const map = file.tensor(`map${id}`, [1, ...shape]);
  const { kind, kernel, stride, padding, weights, bias, alpha, inputShape } = layer;
  const filter =
    kind === 'conv'
      ? // [side, side, in, out] → [out, side, side, in]
        file.tensor(
          `kernel${id}`,
          [shape[2], kernel, kernel, inputShape[2]],
          transposed(weights, [kernel, kernel, inputShape[2], shape[2]], [3, 0, 1, 2]),
        )
      : file.tensor(`kernel${id}`, [1, kernel, kernel, shape[2]], weights);
  const sum = alpha ? file.tensor(`sum${id}`, [1, ...shape]) : map;
  file.operator(kind, [source, filter, file.tensor(`bias${id}`, [shape[2]], bias)], sum, () =>
    file.options(OPTIONS[kind], 7, (builder) => {
      builder.addFieldInt8(0, PADDINGS[padding], -1);
      builder.addFieldInt32(1, stride, 0);
      builder.addFieldInt32(2, stride, 0);
      // How many outputs each channel has.
      if (kind === 'depthwise') builder.addFieldInt32(3, 1, 0);
    }),
  );
  if (alpha) file.operator('prelu', [sum, file.tensor(`alpha${id}`, [1, 1, shape[2]], alpha)], map);
  return map;
}

type Options = readonly [type: number, table: number];

/** The flatbuffer, of one graph. */
class TfliteFile {
  readonly #builder = new Builder(8_000_000);
  /** The first buffer is empty, for what is computed. */
  readonly #buffers = [this.#table(1, () => {})];
  readonly #tensors: number[] = [];
  readonly #operators: number[] = [];
  readonly #codes: (keyof typeof OPERATORS)[] = [];

  tensor(name: string, shape: readonly number[], values?: Float32Array | Int32Array): number {
    const builder = this.#builder;
    const buffer = values === undefined ? 0 : this.#buffer(values);
    const [called, sides] = [builder.createString(name), this.#integers(shape)];
    const tensor = this.#table(5, () => {
      builder.addFieldOffset(0, sides, 0);
      builder.addFieldInt8(1, values instanceof Int32Array ? INT32 : FLOAT32, -1);
      builder.addFieldInt32(2, buffer, 0);
      builder.addFieldOffset(3, called, 0);
    });
    return this.#tensors.push(tensor) - 1;
  }

  options(type: number, fields: number, write: (builder: Builder) => void): Options {
    return [type, this.#table(fields, () => write(this.#builder))];
  }

  operator(
    name: keyof typeof OPERATORS,
    inputs: readonly number[],
    output: number,
    options: () => Options = () => [OPTIONS.none, 0],
  ): void {
    const builder = this.#builder;
    if (!this.#codes.includes(name)) this.#codes.push(name);
    const [type, table] = options();
    const [from, to] = [this.#integers(inputs), this.#integers([output])];
    const operator = this.#table(5, () => {
      builder.addFieldInt32(0, this.#codes.indexOf(name), 0);
      builder.addFieldOffset(1, from, 0);
      builder.addFieldOffset(2, to, 0);
      builder.addFieldInt8(3, type, 0);
      builder.addFieldOffset(4, table, 0);
    });
    this.#operators.push(operator);
  }

  finish(input: number, output: number): Uint8Array {
    const builder = this.#builder;
    const codes = this.#codes.map((name) =>
      this.#table(4, () => {
        builder.addFieldInt8(0, OPERATORS[name], 0);
        builder.addFieldInt32(2, 1, 0);
        builder.addFieldInt32(3, OPERATORS[name], 0);
      }),
    );
    const [tensors, operators] = [this.#offsets(this.#tensors), this.#offsets(this.#operators)];
    const [inputs, outputs] = [this.#integers([input]), this.#integers([output])];
    const graph = this.#table(5, () => {
      builder.addFieldOffset(0, tensors, 0);
      builder.addFieldOffset(1, inputs, 0);
      builder.addFieldOffset(2, outputs, 0);
      builder.addFieldOffset(3, operators, 0);
    });
    const [operatorCodes, graphs, buffers] = [
      this.#offsets(codes),
      this.#offsets([graph]),
      this.#offsets(this.#buffers),
    ];
    const model = this.#table(5, () => {
      builder.addFieldInt32(0, 3, 0);
      builder.addFieldOffset(1, operatorCodes, 0);
      builder.addFieldOffset(2, graphs, 0);
      builder.addFieldOffset(4, buffers, 0);
    });
    builder.finish(model, 'TFL3');
    return builder.asUint8Array();
  }

  /** @returns its number */
  #buffer({ buffer, byteOffset, byteLength }: Float32Array | Int32Array): number {
    const builder = this.#builder;
    builder.startVector(1, byteLength, BUFFER_ALIGNMENT);
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    for (const byte of bytes.toReversed()) builder.writeInt8(byte);
    const data = builder.endVector();
    return this.#buffers.push(this.#table(1, () => builder.addFieldOffset(0, data, 0))) - 1;
  }

  #table(fields: number, write: () => void): number {
    this.#builder.startObject(fields);
    write();
    return this.#builder.endObject();
  }

  #integers(values: readonly number[]): number {
    this.#builder.startVector(4, values.length, 4);
    for (const value of values.toReversed()) this.#builder.addInt32(value);
    return this.#builder.endVector();
  }

  #offsets(offsets: readonly number[]): number {
    this.#builder.startVector(4, offsets.length, 4);
    for (const offset of offsets.toReversed()) this.#builder.addOffset(offset);
    return this.#builder.endVector();
  }
}
