import { inferenceParameters, type Network, operationsOf, sizeOf } from '@face-verify/nets';

/** Where the first parameter ends in MediaPipe's model, counted in bytes from the end of the file. */
const FIRST_ENDS = 23_616;
/** What its writer, which fills a file from the end, puts between two things. */
const GAP = 12;
/** How many channels to add, which lies among the parameters: two numbers for each of four axes. */
const PADDING = 32;

/**
 * The weights of the light detector as its weight file holds them, out of MediaPipe's model, which has the same ones: so
 * they need not be fetched, too. Whether they are these their digest has to say; another file gives anything.
 *
 * @param model - MediaPipe's, a .tflite file
 */
export function blazeFaceWeights(network: Network, model: Uint8Array): Uint8Array<ArrayBuffer> {
  const values = inferenceParameters(network).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const weights = new Uint8Array(2 * values);
  const [from, to] = [new DataView(model.buffer, model.byteOffset, model.byteLength), new DataView(weights.buffer)];
  let start = model.byteLength - FIRST_ENDS + GAP;
  let written = 0;
  for (const { kind, node, inputShapes } of operationsOf(network)) {
    if (node.kind === 'padChannels') start -= GAP + PADDING;
    for (const { shape } of kind.foldedParameters(node, inputShapes)) {
      const size = sizeOf(shape);
      const outputs = shape.at(-1) ?? 1;
      start -= GAP + 2 * size;
      for (let i = 0; start >= 0 && i < size; i++) {
        // There the weights of each output lie together, here those of each input.
        const place = (i % outputs) * (size / outputs) + Math.floor(i / outputs);
        to.setUint16(written + 2 * i, from.getUint16(start + 2 * place));
      }
      written += 2 * size;
    }
  }
  return weights;
}
