/** Long side that a photograph is kept at for display; the verifier works on the original. */
const MAX_DISPLAY_PX = 1280;

/**
 * Draws a photograph upright (its EXIF rotation applied), shrunk to what a screen needs.
 *
 * @returns false where the browser cannot decode it; the canvas is then left as it was
 */
export async function drawPhotograph(canvas: HTMLCanvasElement, blob: Blob, signal: AbortSignal): Promise<boolean> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(blob);
  } catch {
    return false;
  }
  const context = canvas.getContext('2d');
  if (context !== null && !signal.aborted) {
    const scale = Math.min(1, MAX_DISPLAY_PX / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  return context !== null;
}
