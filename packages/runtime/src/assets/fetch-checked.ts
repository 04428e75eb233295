import { assetError } from './asset-error.ts';
import { type AssetEntry, parseAssetManifest } from './asset-manifest.ts';
import { type Download, DownloadError, type DownloadOptions, download } from './download.ts';
import { sha256 } from './sha256.ts';

/** A file that is used only if it has this digest; its length may be unknown. */
export type CheckedFile = Omit<AssetEntry, 'bytes'> & Partial<Pick<AssetEntry, 'bytes'>>;

/** The longest file of unknown length: the manifest and the cards of users' own models. */
export const MAX_TEXT_BYTES = 1 << 20;

/**
 * A file with the right digest. What did not come right is asked for once more, past the browser's HTTP cache, which may
 * hold half a file or that of an earlier version.
 *
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `backend-unavailable`, `aborted`
 */
export async function fetchChecked(
  url: URL,
  file: CheckedFile,
  options: Omit<DownloadOptions, 'maxBytes' | 'cache'>,
): Promise<Download> {
  const attempt = async (cache: RequestCache) => {
    const answer = await download(url, { ...options, maxBytes: file.bytes ?? MAX_TEXT_BYTES, cache });
    if ((await sha256(answer.bytes)) !== file.sha256) throw otherFile(file, answer);
    return answer;
  };
  try {
    return await attempt('default').catch((error: unknown) => {
      if (error instanceof DownloadError) return attempt('reload');
      throw error;
    });
  } catch (error) {
    throw error instanceof DownloadError ? assetError(file.path, url, error.attempt) : error;
  }
}

function otherFile(file: CheckedFile, { bytes, status, contentType }: Download): DownloadError {
  const answer = { failure: 'other-file', status, ...(contentType && { contentType }) } as const;
  const version = parseAssetManifest(new TextDecoder().decode(bytes))?.version;
  if (version !== undefined)
    return new DownloadError({ ...answer, what: `it is another build’s, of version ${version}` });
  const shorter = file.bytes !== undefined && bytes.length < file.bytes;
  return new DownloadError(shorter ? { ...answer, what: `it has ${bytes.length} bytes of ${file.bytes}` } : answer);
}
