import { Builder, ByteBuffer } from 'flatbuffers';

const TFLITE_IDENTIFIER = 'TFL3';
const METADATA_NAME = 'TFLITE_METADATA';

/** Fields of TensorFlow Lite's root table (schema.fbs), in order. */
const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
  signatures: 7,
} as const;
const KEPT_FIELDS = [MODEL.operatorCodes, MODEL.subgraphs, MODEL.description, MODEL.metadataBuffer, MODEL.signatures];

/** Buffers of weights are read in place and want this alignment (schema.fbs, `force_align`). */
const BUFFER_ALIGNMENT = 16;

/**
 * Tells a TensorFlow Lite model's reader how its one RGB input is normalised, as MediaPipe's FaceDetector demands.
 *
 * `@mediapipe/face_detection` ships BlazeFace without this metadata. Offsets in a flatbuffer only point forward, so
 * a new root table is written in front of the old file, whose bytes stay as they are.
 *
 * @param model - a .tflite file without metadata of its own
 * @param normalization - a channel value c becomes (c − mean) / std
 * @throws {TypeError} where the file is no TensorFlow Lite model, or has metadata already
 */
export function addNormalizationMetadata(
  model: Uint8Array,
  normalization: { readonly mean: number; readonly std: number },
): Uint8Array {
  const old = new ByteBuffer(model);
  if (model.length < 8 || !old.__has_identifier(TFLITE_IDENTIFIER))
    throw new TypeError('This is no TensorFlow Lite model.');
  const root = old.readInt32(0);
  const builder = new Builder(model.length + 1024);
  const oldFile = prependFile(builder, model);

  /** Where the old root's field points to, as an offset of the new file; 0 where it is not set. */
  const oldTarget = (field: number): number => {
    const place = old.__offset(root, 4 + 2 * field);
    return place === 0 ? 0 : oldFile(old.__indirect(root + place));
  };
  const oldElements = (field: number): number[] => {
    const place = old.__offset(root, 4 + 2 * field);
    if (place === 0) return [];
    const start = old.__vector(root + place);
    return Array.from({ length: old.__vector_len(root + place) }, (_, i) => oldFile(old.__indirect(start + 4 * i)));
  };
  if (oldElements(MODEL.metadata).length > 0) throw new TypeError('This model has metadata already.');

  const content = createModelMetadata(normalization);
  const data = builder.createByteVector(content);
  const buffer = createTable(builder, 1, () => builder.addFieldOffset(0, data, 0));
  const buffers = [...oldElements(MODEL.buffers), buffer];
  const bufferVector = createOffsetVector(builder, buffers);

  const name = builder.createString(METADATA_NAME);
  const entry = createTable(builder, 2, () => {
    builder.addFieldOffset(0, name, 0);
    builder.addFieldInt32(1, buffers.length - 1, 0);
  });
  const metadata = createOffsetVector(builder, [entry]);

  const version = old.__offset(root, 4 + 2 * MODEL.version);
  const newRoot = createTable(builder, Object.keys(MODEL).length, () => {
    builder.addFieldInt32(MODEL.version, version === 0 ? 0 : old.readInt32(root + version), 0);
    for (const field of KEPT_FIELDS) builder.addFieldOffset(field, oldTarget(field), 0);
    builder.addFieldOffset(MODEL.buffers, bufferVector, 0);
    builder.addFieldOffset(MODEL.metadata, metadata, 0);
  });
  builder.finish(newRoot, TFLITE_IDENTIFIER);
  return builder.asUint8Array();
}

/** Writes a whole old file where the new one will end. Returns what turns its positions into the builder's offsets. */
function prependFile(builder: Builder, file: Uint8Array): (position: number) => number {
  builder.startVector(1, file.length, BUFFER_ALIGNMENT);
  for (let i = file.length - 1; i >= 0; i--) builder.addInt8(file[i] as number);
  const end = builder.offset(); // A builder counts from the end of what it writes.
  builder.endVector();
  return (position) => end - position;
}

/** A ModelMetadata table (metadata_schema.fbs) that says one thing: how the first input is normalised. */
function createModelMetadata({ mean, std }: { readonly mean: number; readonly std: number }): Uint8Array {
  const RGB = 1;
  const IMAGE_PROPERTIES = 2;
  const NORMALIZATION_OPTIONS = 1;
  const builder = new Builder(256);

  const means = createFloatVector(builder, mean);
  const stds = createFloatVector(builder, std);
  const options = createTable(builder, 2, () => {
    builder.addFieldOffset(0, means, 0);
    builder.addFieldOffset(1, stds, 0);
  });
  const unit = createTable(builder, 2, () => {
    builder.addFieldInt8(0, NORMALIZATION_OPTIONS, 0);
    builder.addFieldOffset(1, options, 0);
  });
  const units = createOffsetVector(builder, [unit]);
  const image = createTable(builder, 2, () => builder.addFieldInt8(0, RGB, 0));
  const content = createTable(builder, 3, () => {
    builder.addFieldInt8(0, IMAGE_PROPERTIES, 0);
    builder.addFieldOffset(1, image, 0);
  });
  const input = createTable(builder, 7, () => {
    builder.addFieldOffset(3, content, 0);
    builder.addFieldOffset(4, units, 0);
  });
  const inputs = createOffsetVector(builder, [input]);
  const subgraph = createTable(builder, 6, () => builder.addFieldOffset(2, inputs, 0));
  const subgraphs = createOffsetVector(builder, [subgraph]);
  const root = createTable(builder, 8, () => builder.addFieldOffset(3, subgraphs, 0));
  builder.finish(root, 'M001');
  return builder.asUint8Array();
}

function createTable(builder: Builder, fields: number, write: () => void): number {
  builder.startObject(fields);
  write();
  return builder.endObject();
}

function createOffsetVector(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

function createFloatVector(builder: Builder, value: number): number {
  builder.startVector(4, 1, 4);
  builder.addFloat32(value);
  return builder.endVector();
}
