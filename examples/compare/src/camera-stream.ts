import { FaceVerifyError } from 'face-verify';

/** Errors that mean that the visitor or a policy refused; after any other there is no camera to use. */
const DENIALS = ['NotAllowedError', 'SecurityError'];

/**
 * Asks for the camera that faces the person.
 *
 * @throws {FaceVerifyError} `camera-permission-denied`, `camera-unavailable`, `aborted`
 */
export async function openCamera(signal: AbortSignal): Promise<MediaStream> {
  let stream: MediaStream;
  try {
    // Browsers leave mediaDevices out where the page was not loaded over HTTPS or from localhost.
    if (!window.isSecureContext) throw new DOMException('The page is not secure.', 'NotSupportedError');
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 960 } },
    });
  } catch (cause) {
    const denied = cause instanceof DOMException && DENIALS.includes(cause.name);
    const code = denied ? 'camera-permission-denied' : 'camera-unavailable';
    throw new FaceVerifyError(code, 'The camera could not be opened.', { cause });
  }
  if (signal.aborted) {
    closeCamera(stream);
    throw new FaceVerifyError('aborted', 'The camera is no longer wanted.');
  }
  return stream;
}

/** Turns the camera off, and its light with it. */
export function closeCamera(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
