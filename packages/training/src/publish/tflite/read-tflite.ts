import { ByteBuffer } from 'flatbuffers';
import { FlatTable } from './flat-table.ts';

/** A filter of a TensorFlow Lite model, with its weights in the order of their file. */
export interface TfliteFilter {
  readonly kind: 'conv' | 'depthwise';
  readonly stride: number;
  readonly padding: 'same' | 'valid';
  /** Of the kernel: output channels, height, width, input channels; 1, height, width, channels of depthwise ones. */
  readonly shape: readonly number[];
  /** Half floats as they lie in the file. */
  readonly kernel: Uint16Array;
  readonly bias: Uint16Array;
}

const IDENTIFIER = 'TFL3';

/** Places of fields in their tables (TensorFlow Lite's schema.fbs), those that are read here. */
const MODEL = { operatorCodes: 1, subgraphs: 2, buffers: 4 } as const;
const OPERATOR_CODE = { deprecatedCode: 0, code: 3 } as const;
const SUBGRAPH = { tensors: 0, operators: 3 } as const;
const TENSOR = { shape: 0, type: 1, buffer: 2 } as const;
const OPERATOR = { code: 0, inputs: 1, outputs: 2, options: 4 } as const;
const BUFFER = { data: 0 } as const;
/** Of a convolution's options as of a depthwise one's. */
const WINDOW = { padding: 0, strideX: 1 } as const;

const DEQUANTIZE = 6;
const FILTERS: Readonly<Record<number, TfliteFilter['kind']>> = { 3: 'conv', 4: 'depthwise' };
const FLOAT16 = 1;
const PADDINGS = ['same', 'valid'] as const;

/**
 * The filters of a model whose weights are half floats, in the order of computation.
 *
 * @throws {TypeError} where it is no such model
 */
export function readTfliteFilters(file: Uint8Array): TfliteFilter[] {
  const bytes = new ByteBuffer(file);
  if (file.length < 8 || !bytes.__has_identifier(IDENTIFIER)) throw new TypeError('This is no TensorFlow Lite model.');
  const model = FlatTable.root(bytes);
  const buffers = model.tables(MODEL.buffers);
  const codes = model
    .tables(MODEL.operatorCodes)
    .map((code) => Math.max(code.int8(OPERATOR_CODE.deprecatedCode), code.int32(OPERATOR_CODE.code)));
  const [graph] = model.tables(MODEL.subgraphs);
  if (graph === undefined) throw new TypeError('The model computes nothing.');
  const tensors = graph.tables(SUBGRAPH.tensors);
  const operators = graph.tables(SUBGRAPH.operators);
  const codeOf = (operator: FlatTable) => codes[operator.int32(OPERATOR.code)] ?? -1;

  /** By the tensor that a half float one is widened to: the half floats. */
  const halves = new Map(
    operators
      .filter((operator) => codeOf(operator) === DEQUANTIZE)
      .map((operator) => [operator.int32s(OPERATOR.outputs)[0], tensors[operator.int32s(OPERATOR.inputs)[0] ?? -1]]),
  );
  const weights = (tensor: number | undefined) => {
    const half = halves.get(tensor);
    const data = half && buffers[half.int32(TENSOR.buffer)]?.bytes(BUFFER.data);
    if (half?.int8(TENSOR.type) !== FLOAT16 || data === undefined) throw new TypeError('A weight is no half float.');
    return { shape: half.int32s(TENSOR.shape), values: new Uint16Array(Uint8Array.from(data).buffer) };
  };
  return operators.flatMap((operator) => {
    const kind = FILTERS[codeOf(operator)];
    const options = operator.table(OPERATOR.options);
    if (kind === undefined || options === undefined) return [];
    const [, kernel, bias] = operator.int32s(OPERATOR.inputs).map((input, i) => (i > 0 ? weights(input) : undefined));
    const padding = PADDINGS[options.int8(WINDOW.padding)];
    if (kernel === undefined || bias === undefined || padding === undefined) throw new TypeError('A filter is odd.');
    const { shape, values } = kernel;
    return { kind, stride: options.int32(WINDOW.strideX), padding, shape, kernel: values, bias: bias.values };
  });
}
