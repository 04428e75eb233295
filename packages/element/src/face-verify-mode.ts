/** What an element is for. */
export const FACE_VERIFY_MODES = ['verify', 'enrol', 'identify', 'capture'] as const;

/** What the element is for. */
export type FaceVerifyMode = (typeof FACE_VERIFY_MODES)[number];
