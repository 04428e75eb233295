/**
 * A telephone's HEIC photograph (ISO/IEC 23008-12) without its coded image: a browser that cannot read HEVC gets no
 * further than this anyway.
 */
export function heicHeader(widthPx: number, heightPx: number): Uint8Array {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(widthPx, 4);
  size.writeUInt32BE(heightPx, 8);
  const association = Buffer.from('0000000000000001' + '0001' + '01' + '81', 'hex'); // Item 1 has property 1.
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')),
    box(
      'meta',
      Buffer.alloc(4),
      box('pitm', Buffer.from('000000000001', 'hex')),
      box('iprp', box('ipco', box('ispe', size)), box('ipma', association)),
    ),
    box('mdat', Buffer.alloc(64)),
  ]);
}

function box(type: string, ...content: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + body.length);
  header.write(type, 4);
  return Buffer.concat([header, body]);
}
