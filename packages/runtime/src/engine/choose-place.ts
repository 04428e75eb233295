import type { DetectorReport, EngineReport } from '../api.ts';
import { noWorker } from './worker/start-worker.ts';

/** What of a page or worker is asked. */
export interface PlaceScope {
  readonly document?: Pick<Document, 'createElement'>;
  readonly Worker?: unknown;
  readonly OffscreenCanvas?: new (width: number, height: number) => Pick<OffscreenCanvas, 'getContext'>;
}

/**
 * Where the engine is to run, and why.
 *
 * @throws {FaceVerifyError} `backend-unavailable` where a worker was asked for, and there is none
 */
export function choosePlace(
  requested: EngineReport['requested'],
  detector: DetectorReport['requested'],
  scope: PlaceScope,
): EngineReport {
  const here = (reason: string): EngineReport => ({ requested, runsIn: 'this-thread', reason });
  if (requested === false) return here('No worker was asked for.');
  if (scope.Worker === undefined) {
    if (requested === true) throw noWorker('A worker was asked for, but there are none here.');
    return here('There are no workers here.');
  }
  if (requested === true) return { requested, runsIn: 'worker', reason: 'A worker was asked for.' };
  if (scope.document === undefined) return here('This is a worker already.');
  if (detector === 'mediapipe' && !hasOffscreenWebGl(scope) && hasPageWebGl(scope)) {
    return here('The browser has no WebGL outside of pages, which MediaPipe’s detector needs.');
  }
  return { requested, runsIn: 'worker', reason: 'So the page stays free while faces are looked at.' };
}

/** Whether an OffscreenCanvas has WebGL, as workers need it: WebKitGTK's has none. */
export function hasOffscreenWebGl({ OffscreenCanvas }: PlaceScope): boolean {
  return OffscreenCanvas !== undefined && hasWebGl(new OffscreenCanvas(1, 1));
}

/** Whether a canvas of the page has WebGL; in workers there is none. */
export function hasPageWebGl({ document }: PlaceScope): boolean {
  return document !== undefined && hasWebGl(document.createElement('canvas'));
}

function hasWebGl(canvas: Pick<OffscreenCanvas, 'getContext'> | Pick<HTMLCanvasElement, 'getContext'>): boolean {
  const gl = (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) as WebGLRenderingContext | null;
  // A page has only 16.
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}
