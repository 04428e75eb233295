/**
 * Larger files are refused unread. A photograph of {@link MAX_PIXELS} takes 10 to 30 MB as a JPEG.
 */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Larger photographs are refused before they are decoded, which takes 4 bytes a pixel: 256 MB at this limit.
 * Telephones' usual 12 to 50 megapixels lie below it.
 */
export const MAX_PIXELS = 64_000_000;

/**
 * Longer photographs are shrunk to this. A face that the detector can find takes at least a twentieth of the long
 * side; it then still has the 35 px between the eyes that an aligned face has.
 */
export const MAX_SIDE_PX = 1920;

/**
 * A source that has not given its photograph after this time is given up: an image that a server does not finish, a file
 * that a network drive does not deliver. The largest photographs take 3 s to decode on a busy machine.
 */
export const SOURCE_LIMIT_MS = 30_000;
