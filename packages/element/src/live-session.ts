import type { CameraChoice, CameraInUse, Gallery, ThresholdChoice } from 'face-verify';
import type { ElementState } from './element-state.ts';
import type { FaceVerifyMode } from './face-verify-mode.ts';
import type { FaceVerifyReference } from './face-verify-reference.ts';
import type { SignFaceVerifyResult } from './face-verify-signing.ts';

/** What an attempt is begun with. */
export interface SessionRequest {
  readonly mode: FaceVerifyMode;
  readonly reference: FaceVerifyReference | undefined;
  readonly gallery: Gallery | undefined;
  readonly threshold: ThresholdChoice | undefined;
  readonly liveness: boolean;
  readonly camera: CameraChoice | undefined;
  readonly sign: SignFaceVerifyResult | undefined;
  /** Shows what the camera sees. */
  readonly video: HTMLVideoElement;
}

/** A session of the SDK, as far as an element needs it. */
export interface LiveSession {
  readonly state: ElementState;
  /** The camera that is seen by. */
  readonly camera: CameraInUse | undefined;
  subscribe(listener: () => void): void;
  switchCamera(choice: CameraChoice): void;
  /** Lets go of the camera and of everything else. */
  stop(): void;
}

/** Opens sessions. What it loads for that stays until it is disposed of. */
export interface SessionSource {
  open(request: SessionRequest, signal: AbortSignal): Promise<LiveSession>;
  /** One attempt with a photograph in place of a camera. */
  look(photograph: Blob, request: SessionRequest, signal: AbortSignal): Promise<ElementState>;
  dispose(): void;
}
