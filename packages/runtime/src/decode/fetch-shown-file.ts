/** How the files begin that are decoded as files: JPEG, PNG, GIF, WebP and AVIF. */
const READ_BY_BEGINNING = /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftypavi[fos])/;

/**
 * The file that an `<img>` shows, for its damage to be seen, which the browser conceals in what it shows. It comes from
 * the browser's cache, and is asked for again only where its server let nobody keep it.
 *
 * @returns undefined where the page may not read the address (another origin without CORS, a content security policy
 * without it in connect-src, an address that was revoked), or it leads to an image of another kind, such as SVG
 * @throws {TypeError} where the file is not delivered whole
 */
export async function fetchShownFile(
  address: string,
  { crossOrigin, referrerPolicy }: Pick<HTMLImageElement, 'crossOrigin' | 'referrerPolicy'>,
): Promise<Blob | undefined> {
  const response = await fetch(address, {
    cache: 'force-cache',
    mode: crossOrigin === null ? 'same-origin' : 'cors',
    credentials: crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
    referrerPolicy: referrerPolicy as ReferrerPolicy,
  }).catch(() => undefined);
  if (response === undefined) return undefined;
  // The images of a camera that sends one after another have no end.
  if (response.headers.get('content-type')?.startsWith('multipart/')) {
    await response.body?.cancel();
    return undefined;
  }
  const file = await response.blob();
  const beginning = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  return READ_BY_BEGINNING.test(String.fromCharCode(...beginning)) ? file : undefined;
}
