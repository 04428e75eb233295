/** Of the usual CRC-32 (ISO 3309, as in PNG and gzip), its bits reversed. */
const POLYNOMIAL = 0xedb88320;

/** CRC-32: finds what storage or a copy has changed, not what somebody changed on purpose. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
