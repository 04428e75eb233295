import type { RgbImage } from '@face-verify/core';

type Rgb = readonly [red: number, green: number, blue: number];

/** Gives every pixel other values; what leaves [0, 255] is cut off, as a camera does. */
export function mapPixels(image: RgbImage, map: (rgb: Rgb, x: number, y: number) => Rgb): RgbImage {
  const { widthPx, heightPx, data } = image;
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const i = (y * widthPx + x) * 3;
      out.set(map([data[i] as number, data[i + 1] as number, data[i + 2] as number], x, y), i);
    }
  }
  return { ...image, data: out };
}

/** Each value by its own, of 256. */
export function mapValues(image: RgbImage, map: (value: number) => number): RgbImage {
  const table = Uint8ClampedArray.from({ length: 256 }, (_, value) => map(value));
  return { ...image, data: Uint8ClampedArray.from(image.data, (value) => table[value] as number) };
}

/** What light of a colour does. */
export function castColour(image: RgbImage, [r, g, b]: Rgb): RgbImage {
  return mapPixels(image, ([red, green, blue]) => [r * red, g * green, b * blue]);
}

/** The grain of a sensor. Two uniform numbers give a normal one (Box and Muller 1958). */
export function addNoise(image: RgbImage, deviation: number, random: () => number): RgbImage {
  const noise = () => deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return mapPixels(image, ([red, green, blue]) => [red + noise(), green + noise(), blue + noise()]);
}

/** The image of a screen: stripes of its pixels' colours that the camera's own rows and columns cross. */
export function addMoire(image: RgbImage, strength: number): RgbImage {
  return mapPixels(image, (rgb, x, y) => {
    const along = (2 * Math.PI * (x * Math.cos(0.12) + y * Math.sin(0.12))) / 2.9;
    const across = (2 * Math.PI * (y * Math.cos(0.12) - x * Math.sin(0.12))) / 3.3;
    const [red, green, blue] = rgb.map(
      (value, channel) =>
        value * (1 - strength + strength * (Math.sin(along + (channel * 2 * Math.PI) / 3) + Math.sin(across))),
    );
    return [red as number, green as number, blue as number];
  });
}

/** Blocks of one colour each, the mean of what was there. */
export function pixelate(image: RgbImage, sidePx: number): RgbImage {
  const { widthPx, heightPx, data } = image;
  const out = new Uint8ClampedArray(data.length);
  for (let top = 0; top < heightPx; top += sidePx) {
    for (let left = 0; left < widthPx; left += sidePx) {
      const places: number[] = [];
      for (let y = top; y < Math.min(heightPx, top + sidePx); y++) {
        for (let x = left; x < Math.min(widthPx, left + sidePx); x++) places.push((y * widthPx + x) * 3);
      }
      const mean = [0, 1, 2].map((c) => places.reduce((sum, i) => sum + (data[i + c] as number), 0) / places.length);
      for (const i of places) out.set(mean, i);
    }
  }
  return { ...image, data: out };
}
