declare const __FACE_VERIFY_MANIFEST_SHA256__: string | undefined;

/**
 * SHA-256 of the `manifest.json` that belongs to this build; the build writes it in. Undefined in this repository, where
 * files are checked against whatever manifest is served.
 */
export const MANIFEST_SHA256: string | undefined =
  typeof __FACE_VERIFY_MANIFEST_SHA256__ === 'undefined' ? undefined : __FACE_VERIFY_MANIFEST_SHA256__;
