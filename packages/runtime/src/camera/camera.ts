/**
 * Which camera: the one that faces the person (`user`), the one that looks away from them (`environment`), or a
 * device id of `enumerateDevices()`.
 */
export type CameraChoice = 'user' | 'environment' | (string & {});

/** Why there is no picture of a camera. Closed and stable: views have a text for each. Each ends by itself when its cause does. */
export type CameraTrouble =
  /** The visitor, or the page's policy, does not let the camera be used. */
  | 'camera-permission-denied'
  /** There is no camera, none that was asked for, or only infrared and virtual ones where nobody chose one by its id. */
  | 'camera-not-found'
  /** Another program or page has it. */
  | 'camera-in-use'
  /** It was pulled out, or its permission was taken back, while it ran. */
  | 'camera-ended'
  /** It runs and gives no picture: covered by a switch, or taken by a call. */
  | 'camera-muted'
  /** The picture stands still. */
  | 'camera-frozen'
  /** The browser has no camera to offer here: the page is not secure, or it is no page. */
  | 'camera-unavailable';

/** The camera that a session sees by. */
export interface CameraInUse {
  /** Empty where the browser does not tell. */
  readonly deviceId: string;
  /** As the browser names it, for people to read; empty where it does not tell. */
  readonly label: string;
  /** Undefined where the camera does not say, as most do that are plugged in. */
  readonly facing: 'user' | 'environment' | undefined;
}
