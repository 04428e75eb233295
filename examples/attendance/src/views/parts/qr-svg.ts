import encodeQR from 'qr';

/** A QR code as SVG markup, dark on light whatever the page looks like, with the margin that readers need. */
export function qrSvg(text: string): string {
  return encodeQR(text, 'svg', { ecc: 'medium', border: 4 });
}
