import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  createInference,
  type DetectorCard,
  decodeHalfFloats,
  goldenInput,
  goldenSample,
  inferenceParameters,
  type Network,
  operationsOf,
  splitParameters,
  topologyFingerprint,
} from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { readTfliteFilters, type TfliteFilter } from './tflite/read-tflite.ts';

export interface ImportOptions {
  /** Folder name in `models/`. */
  readonly id: string;
  readonly modelsFolder: string;
  /** The .tflite file. */
  readonly file: Uint8Array;
  readonly source: Omit<DetectorCard['source'], 'sha256'>;
}

const APACHE = 'Apache License 2.0, as the package is that Google publishes it in.';

/**
 * Writes the weights of a published detector as this project's networks read them, value for value, with their card.
 *
 * @throws {TypeError} where the file is no model of this network; nothing is then written
 */
export async function importDetector(network: Network, options: ImportOptions): Promise<DetectorCard> {
  const { id, modelsFolder, file, source } = options;
  const halves = filtersAsParameters(network, readTfliteFilters(file));
  const bytes = Buffer.concat(halves.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const inference = createInference(network, splitParameters(network, decodeHalfFloats(bytes)));
  const output = tf.tidy(() => inference.run(goldenInput(network)));
  const golden = goldenSample('detector', await output.data()).map((value) => Number(value.toPrecision(6)));
  output.dispose();
  inference.dispose();
  const card: DetectorCard = {
    id,
    architecture: network.name,
    topology: topologyFingerprint(network),
    weights: { file: 'weights.bin', format: 'fp16', bytes: bytes.length, sha256: sha256(bytes) },
    training: { data: 'Not published', teachers: 'None of ours: these are the weights that Google published' },
    terms: { permittedUse: 'any', text: APACHE },
    golden,
    kind: 'detector',
    source: { ...source, sha256: sha256(file) },
    metrics: {},
  };
  const folder = path.join(modelsFolder, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, card.weights.file), bytes);
  writeFileSync(path.join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  writeFileSync(path.join(folder, 'README.md'), readme(card));
  return card;
}

/** @returns half floats, one array for each of the network's `inferenceParameters` */
function filtersAsParameters(network: Network, filters: readonly TfliteFilter[]): Uint16Array[] {
  const wanted = operationsOf(network).flatMap(({ node }) =>
    node.kind === 'conv' || node.kind === 'depthwise' ? [node] : [],
  );
  const fits = filters.length === wanted.length && wanted.every((node, i) => isSame(node, filters[i] as TfliteFilter));
  const parts = filters.flatMap((filter) => [kernelOf(filter), filter.bias]);
  const specs = inferenceParameters(network);
  const sizes = specs.map(({ shape }) => shape.reduce((product, side) => product * side, 1));
  if (!fits || sizes.length !== parts.length || sizes.some((size, i) => size !== parts[i]?.length)) {
    throw new TypeError(`The file is no model of ${network.name}.`);
  }
  return parts;
}

function isSame(
  node: Pick<TfliteFilter, 'kind' | 'stride' | 'padding'> & { readonly kernel: number },
  { kind, stride, padding, shape }: TfliteFilter,
): boolean {
  // Padding makes no difference to filters of one pixel.
  const padsAlike = node.padding === padding || node.kernel === 1;
  return (
    node.kind === kind && node.stride === stride && padsAlike && shape[1] === node.kernel && shape[2] === node.kernel
  );
}

/** Output channels last, as tfjs has them; they are last already in depthwise kernels. */
function kernelOf({ kind, shape, kernel }: TfliteFilter): Uint16Array {
  if (kind === 'depthwise') return kernel;
  const [outputs = 0] = shape;
  const inputs = kernel.length / outputs;
  return kernel.map((_, i) => kernel[(i % outputs) * inputs + Math.floor(i / outputs)] as number);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readme({ id, architecture, weights, source }: DetectorCard): string {
  return `# ${id}

${architecture}, half precision, ${(weights.bytes / 1e6).toFixed(2)} MB. What loading checks is in \`card.json\`.

**Terms.** For any use. ${APACHE}

**Source.** \`${source.file}\` of the npm package \`${source.package}\`, with which MediaPipe finds faces: the same values in
another order. \`npm run -s lab -- import-detector\` makes this folder again.

**Known weaknesses.** It sees upright faces within some two metres of a camera, from about 13 % of the picture's long
side on.
`;
}
