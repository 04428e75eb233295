/** How an image lies (EXIF 2.3, tag 274): 1 upright; 2, 4, 5 and 7 mirrored; from 5 on on its side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;

/**
 * What the EXIF of a WebP says, which Chromium does not look at.
 *
 * @param file - the whole WebP; what is broken in its EXIF is upright
 */
export function webpOrientation(file: Uint8Array): Orientation {
  const exif = findExif(file);
  return (exif && readOrientation(exif)) ?? 1;
}

/** The chunk of a RIFF file, without the head that some writers put before it. */
function findExif(file: Uint8Array): DataView | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at + 4, true);
    if (textAt(view, at, 4) === 'EXIF') {
      const head = textAt(view, at + 8, 4) === 'Exif' ? 6 : 0;
      const size = Math.min(length, view.byteLength - at - 8) - head;
      return size < 8 ? undefined : new DataView(view.buffer, view.byteOffset + at + 8 + head, size);
    }
    // Chunks have even lengths.
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function readOrientation(exif: DataView): Orientation | undefined {
  const little = textAt(exif, 0, 2) === 'II';
  const directory = exif.getUint32(4, little);
  if (directory + 2 > exif.byteLength) return undefined;
  const count = exif.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > exif.byteLength) return undefined;
    if (exif.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = exif.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : undefined;
  }
  return undefined;
}

function textAt(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) return '';
  return String.fromCharCode(...Array.from({ length }, (_, i) => view.getUint8(at + i)));
}
