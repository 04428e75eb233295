/** What the others take: a photograph that is decoded. */
export async function drawOnCanvas(photograph: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(photograph);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
