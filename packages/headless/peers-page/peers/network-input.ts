/**
 * What the embedder reads of an aligned face: (x − 127.5) / 128.
 *
 * @param rgb - row by row, as the SDK keeps it
 * @param planes - whether channels come one after the other
 */
export function networkInput(rgb: Uint8Array, planes: boolean): Float32Array<ArrayBuffer> {
  const values = new Float32Array(rgb.length);
  const places = rgb.length / 3;
  for (let i = 0; i < rgb.length; i++) {
    const at = planes ? (i % 3) * places + Math.floor(i / 3) : i;
    values[at] = ((rgb[i] as number) - 127.5) / 128;
  }
  return values;
}
