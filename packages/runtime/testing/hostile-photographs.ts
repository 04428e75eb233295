/** Of `/fixtures/`: files that are damaged, or not what they say. */
const FILES = [
  ...['100-megapixels.png', '0x0.png', 'header-only.png', 'empty.jpg', 'page.jpg', 'one-pixel.png', 'long.png'],
  ...['without-end.jpg', 'zeroed.jpg', 'zeroed-progressive.jpg', 'zeroed.png', 'zeroed.gif', 'truncated.jpg'],
  ...['truncated-progressive.jpg', 'truncated.png', 'truncated.webp', 'truncated.gif', 'truncated.avif'],
  ...['transparent.png', 'animated.gif', 'photo.tiff', 'photo.heic', 'cmyk.jpg'],
];

const DRAWINGS: Readonly<Record<string, string>> = {
  'a drawing with a script': '<script>globalThis.hacked = true</script>',
  'a drawing that loads another': '<image href="https://other.example/x.png" width="10" height="10"/>',
  'a drawing in itself': '<g id="a"><use href="#a"/></g>',
};

/** Photographs without a face that can be used, as files and as what pages show, made anew each time, by name. */
export async function hostilePhotographs(): Promise<Readonly<Record<string, unknown>>> {
  const files = FILES.map(async (name) => [name, await (await fetch(`/fixtures/${name}`)).blob()] as const);
  const drawings = Object.entries(DRAWINGS).map(([name, content]) => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${content}</svg>`;
    return [name, new Blob([text], { type: 'image/svg+xml' })] as const;
  });
  return { ...Object.fromEntries(await Promise.all(files)), ...Object.fromEntries(drawings), ...(await shown()) };
}

/** What has pixels in a page, or should have. */
async function shown(): Promise<Readonly<Record<string, unknown>>> {
  const closed = await createImageBitmap(new ImageData(8, 8));
  closed.close();
  const frame = new VideoFrame(new Uint8Array(64 * 64 * 4), {
    format: 'RGBA',
    codedWidth: 64,
    codedHeight: 64,
    timestamp: 0,
  });
  frame.close();
  const sent = new OffscreenCanvas(8, 8);
  structuredClone(sent, { transfer: [sent] });
  return {
    'an empty canvas': canvas(0, 0),
    'a plain canvas': canvas(300, 150),
    'a canvas as high as a street': canvas(1, 30_000),
    'a canvas of noise': noisy(),
    'an empty canvas off the page': new OffscreenCanvas(0, 0),
    'a canvas that was sent away': sent,
    'one pixel': new ImageData(1, 1),
    'a bitmap that was closed': closed,
    'a frame that was closed': frame,
    'a video without a film': document.createElement('video'),
    'an image without an address': document.createElement('img'),
    'an image of a page': Object.assign(document.createElement('img'), { src: 'data:text/html,x' }),
    'an element that shows nothing': document.createElement('div'),
  };
}

function canvas(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}

function noisy(): OffscreenCanvas {
  const noise = new ImageData(256, 256);
  noise.data.forEach((_, i) => {
    noise.data[i] = (i * 2_654_435_761) >>> 24;
  });
  const drawn = new OffscreenCanvas(256, 256);
  drawn.getContext('2d')?.putImageData(noise, 0, 0);
  return drawn;
}
