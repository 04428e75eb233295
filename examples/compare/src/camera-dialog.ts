import { toFaceVerifyError } from 'face-verify';
import { closeCamera, openCamera } from './camera-stream.ts';
import { explainError } from './explain.ts';
import { part } from './find.ts';

type CameraState = 'asking' | 'live' | 'still' | 'failed';

/** The button that a keyboard should be on in each state. */
const FOCUS: Readonly<Record<CameraState, string>> = {
  asking: 'cancel',
  live: 'take',
  still: 'use',
  failed: 'again',
};

/**
 * Lets the visitor take one photograph.
 *
 * @returns the photograph as PNG, or undefined where the dialog was cancelled; the camera is off by then
 */
export async function takePhotograph(dialog: HTMLDialogElement): Promise<Blob | undefined> {
  const session = new AbortController();
  const { signal } = session;
  const video = part(dialog, 'video', HTMLVideoElement);
  const still = part(dialog, 'still', HTMLCanvasElement);
  const message = part(dialog, 'message', HTMLElement);
  let stream: MediaStream | undefined;

  const show = (state: CameraState, text = ''): void => {
    dialog.dataset.state = state;
    message.textContent = text;
    part(dialog, FOCUS[state], HTMLElement).focus();
  };
  const fail = (error: unknown): void => {
    closeCamera(stream);
    if (signal.aborted) return;
    const { code } = toFaceVerifyError(error, 'camera-unavailable');
    const { what, whatToDo } = explainError(code);
    dialog.dataset.code = code;
    show('failed', `${what} ${whatToDo}`);
  };
  const start = async (): Promise<void> => {
    show('asking', 'Waiting for the camera. Your browser may ask for your permission.');
    delete dialog.dataset.code;
    try {
      stream = await openCamera(signal);
      stream.getVideoTracks()[0]?.addEventListener('ended', fail, { signal });
      video.srcObject = stream;
      await video.play();
      show('live');
    } catch (error) {
      fail(error);
    }
  };
  const onClick = (name: string, act: () => void): void => {
    part(dialog, name, HTMLElement).addEventListener('click', act, { signal });
  };

  const photograph = await new Promise<Blob | undefined>((resolve) => {
    onClick('cancel', () => dialog.close());
    onClick('again', () => void start());
    onClick('retake', () => show('live'));
    onClick('take', () => {
      drawFrame(still, video);
      show('still');
    });
    onClick('use', () => {
      still.toBlob((blob) => {
        resolve(blob ?? undefined);
        dialog.close();
      }, 'image/png');
    });
    dialog.addEventListener('close', () => resolve(undefined), { signal });
    dialog.showModal();
    void start();
  });
  session.abort();
  closeCamera(stream);
  video.srcObject = null;
  still.width = 0; // the frame goes with the dialog
  return photograph;
}

function drawFrame(canvas: HTMLCanvasElement, video: HTMLVideoElement): void {
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}
