/** Red, green and blue in linear light, 1 for white. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Reads an sRGB colour written `#rrggbb`. */
export function parseColour(hex: string): Colour {
  const channel = (at: number) => decodeSrgb(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}

/** Byte of a display for linear light (IEC 61966-2-1), after a shoulder that keeps highlights from clipping hard. */
export function encodeSrgb(linear: number): number {
  const light = linear < 0.7 ? Math.max(0, linear) : 0.7 + 0.3 * Math.tanh((linear - 0.7) / 0.3);
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
}

function decodeSrgb(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
