const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * Whether a JPEG has its end (ITU-T T.81, B.1.1). A browser may paint a file that was cut off half grey and say
 * nothing, and half a face would be compared. What follows the end does not matter: telephones append films.
 */
export function isCompleteJpeg(bytes: Uint8Array): boolean {
  const scan = findScan(bytes);
  if (scan === undefined) return false;
  // In coded data a 0xff is followed by 0 or by a restart marker, so the first 0xff 0xd9 is the end.
  for (let i = bytes.indexOf(0xff, scan); i >= 0; i = bytes.indexOf(0xff, i + 1)) {
    if (bytes[i + 1] === END_OF_IMAGE) return true;
  }
  return false;
}

/** Where the first scan's header begins, past segments such as EXIF, which may hold a whole JPEG of their own. */
function findScan(bytes: Uint8Array): number | undefined {
  let i = 2;
  while (i + 3 < bytes.length) {
    const marker = bytes[i + 1] as number;
    if (bytes[i] !== 0xff || marker === 0xff) i += 1;
    else if (marker === START_OF_SCAN) return i + 2;
    else i += 2 + (bytes[i + 2] as number) * 256 + (bytes[i + 3] as number);
  }
  return undefined;
}
