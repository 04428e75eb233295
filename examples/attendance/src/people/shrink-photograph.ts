/** Pixels along the longer side at most: enough to enrol from again, and no more than that. */
const LONGEST_PX = 1024;

/** A photograph as it is kept: a JPEG without what cameras write beside the picture, as a data URL. */
export async function shrinkPhotograph(file: Blob): Promise<string> {
  const whole = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_PX / Math.max(whole.width, whole.height));
  const canvas = new OffscreenCanvas(Math.round(whole.width * scale), Math.round(whole.height * scale));
  canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return toDataUrl(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }));
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
