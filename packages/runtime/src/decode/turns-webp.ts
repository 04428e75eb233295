/** A WebP of 2×1 pixels whose EXIF says that it lies on its side. */
const LYING =
  'UklGRlAAAABXRUJQVlA4WAoAAAAIAAAAAQAAAAAAVlA4TA8AAAAvAQAAAAcQ/Y/+ByKi/wEARVhJRhoAAABJSSoACAAAAAEAEgEDAAEAAAAGAAAAAAAAAA==';

/** Whether this browser turns a WebP as its EXIF says. Chromium does not. */
export async function turnsWebp(): Promise<boolean> {
  const bytes = Uint8Array.from(atob(LYING), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
  const turned = bitmap.width < bitmap.height;
  bitmap.close();
  return turned;
}
