/** Of the usual CRC-32 (ISO 3309, as in PNG and gzip), its bits reversed. */
const POLYNOMIAL = 0xedb88320;

/** What each byte leaves, so that a gallery of hundreds of megabytes takes a second. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
  return crc;
});

/** CRC-32: finds what storage or a copy has changed, not what somebody changed on purpose. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    crc = (crc >>> 8) ^ (REMAINDERS[(crc ^ (bytes[i] as number)) & 0xff] as number);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
