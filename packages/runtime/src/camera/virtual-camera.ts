import type { CameraInUse } from './camera.ts';
import { readCameraLabel } from './camera-label.ts';

/** What speaks for a camera that is a program. */
export type VirtualCameraSign =
  /** Its name is one that such programs use. */
  | 'label'
  /** It does not say how large its picture is, as every device does. */
  | 'settings'
  /** Its frames come as if by a ruler. */
  | 'timing'
  /** It gave exactly the same picture again, as no sensor does. */
  | 'repeated-picture';

/**
 * Whether the camera may be a program that plays something. A sign, not a proof, on either side: names can be changed, and
 * noise can be added; some programs only blur the background.
 */
export interface VirtualCameraSignal {
  readonly virtual: 'suspected' | 'not-suspected' | 'unknown';
  /** Empty unless it is suspected. */
  readonly why: readonly VirtualCameraSign[];
}

/** What is known of a camera so far. */
export interface CameraTraits {
  readonly camera: CameraInUse;
  /** Of the track. */
  readonly settings: Pick<MediaTrackSettings, 'width' | 'height'>;
  /** When the last frames were taken, on the camera's clock, ascending. */
  readonly timestampsMs: readonly number[];
  readonly repeatedPicture: boolean;
}

/** So many frames tell how regular they are. */
export const TIMED_FRAMES = 30;
/**
 * Clocks of devices drift and wait for light: intervals that differ by less than this share of their mean are drawn up by
 * a program. Not measured on devices: a rule of thumb.
 */
const LEAST_JITTER = 1e-4;

export function virtualCameraSignal({
  camera,
  settings,
  timestampsMs,
  repeatedPicture,
}: CameraTraits): VirtualCameraSignal {
  const signs: Readonly<Record<VirtualCameraSign, boolean>> = {
    label: readCameraLabel(camera.label).virtual,
    settings: !(Number(settings.width) > 0 && Number(settings.height) > 0),
    timing: isRuled(timestampsMs),
    'repeated-picture': repeatedPicture,
  };
  const why = (Object.keys(signs) as VirtualCameraSign[]).filter((sign) => signs[sign]);
  if (why.length > 0) return { virtual: 'suspected', why };
  const isKnown = camera.label !== '' && timestampsMs.length >= TIMED_FRAMES;
  return { virtual: isKnown ? 'not-suspected' : 'unknown', why };
}

function isRuled(timestampsMs: readonly number[]): boolean {
  if (timestampsMs.length < TIMED_FRAMES) return false;
  const intervals = timestampsMs.slice(1).map((at, i) => at - (timestampsMs[i] as number));
  const shortest = Math.min(...intervals);
  if (!(shortest > 0)) return false;
  // Frames that were left out leave whole multiples.
  const offs = intervals.map((interval) => {
    const frames = Math.max(1, Math.round(interval / shortest));
    return Math.abs(interval / frames - shortest) / shortest;
  });
  return Math.max(...offs) < LEAST_JITTER;
}
