import type { CameraInUse } from './camera.ts';

/** What the name of a camera says of it. Names are not kept secret, and anybody can change them. */
export interface CameraLabel {
  /** A program's own, not a device's. */
  readonly virtual: boolean;
  /** For a dark room: its picture has no colours, and faces look otherwise in it. */
  readonly infrared: boolean;
  readonly facing: CameraInUse['facing'];
}

/** Programs that offer a camera, and words that they use. */
const VIRTUAL = [
  ...[/\bvirtual\b/i, /\bdummy\b/i, /\bloopback\b/i, /\bv4l2/i, /\bfake\b/i, /\bvcam\b/i, /\bscreen ?capture\b/i],
  ...[/\bobs\b/i, /many ?cam/i, /snap ?camera/i, /\bxsplit\b/i, /\bsplit ?cam\b/i, /you ?cam/i, /cam ?twist/i],
  ...[/\bndi\b/i, /\bmmhmm\b/i, /\becamm\b/i, /web ?cam ?max/i, /\bsparkocam\b/i, /\bchromacam\b/i, /\bfineshare\b/i],
  ...[/\bunity ?capture\b/i, /\bakvcam\b/i, /\bdeep ?face/i, /\bavatarify\b/i, /\bprism ?lens\b/i, /\bvseeface\b/i],
] as const;

const INFRARED = [/\bir\b/i, /infra-?red/i, /windows hello/i, /\bdepth\b/i] as const;

const FACING = {
  user: [/\bfront\b/i, /facetime/i, /\buser\b/i, /\bselfie\b/i],
  environment: [/\bback\b/i, /\brear\b/i, /\benvironment\b/i, /\bworld\b/i],
} as const;

/** Reads a label as `MediaStreamTrack.label` and `enumerateDevices()` have it; an empty one says nothing. */
export function readCameraLabel(label: string): CameraLabel {
  const says = (words: readonly RegExp[]) => words.some((word) => word.test(label));
  const facing = (['user', 'environment'] as const).find((side) => says(FACING[side]));
  return { virtual: says(VIRTUAL), infrared: says(INFRARED), facing };
}
