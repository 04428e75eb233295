import { FaceVerifyError } from '@face-verify/core';

/** A canvas with a WebGL context, which the browser may take away at any moment. */
export interface WebGlCanvas {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  /** Whether the context was taken away, as far as the browser has noticed: at once, and costs nothing. */
  isLost(): boolean;
  /**
   * Whether the context draws and gives back what it drew, now. The only sign of a GPU process that has just died;
   * costs 0.3 ms on a software renderer.
   */
  answers(): boolean;
  /** Gives the context back: a page has only 16. */
  dispose(): void;
}

type WebGl = WebGL2RenderingContext | WebGLRenderingContext;

/** The attributes that MediaPipe would ask for itself. */
const ATTRIBUTES: WebGLContextAttributes = { antialias: false, powerPreference: 'high-performance' };

/** Channel values may come back a little changed where a browser blurs what pages read. */
const CANARY_TOLERANCE = 8;

/**
 * A canvas for one detector, of the kind that has WebGL here: WebKitGTK's OffscreenCanvas has none.
 *
 * @throws {FaceVerifyError} `backend-unavailable` where there is no WebGL
 */
export function createWebGlCanvas(): WebGlCanvas {
  for (const canvas of canvases()) {
    const gl = (canvas.getContext('webgl2', ATTRIBUTES) ?? canvas.getContext('webgl', ATTRIBUTES)) as WebGl | null;
    if (gl !== null) return watch(canvas, gl);
  }
  throw new FaceVerifyError(
    'backend-unavailable',
    'The browser gives this page no WebGL, which the face detector needs: it is switched off, blocked, or the graphics driver failed.',
    { details: { missing: 'webgl' } },
  );
}

function* canvases(): Generator<OffscreenCanvas | HTMLCanvasElement> {
  yield new OffscreenCanvas(1, 1);
  if (globalThis.document !== undefined) yield document.createElement('canvas');
}

function watch(canvas: OffscreenCanvas | HTMLCanvasElement, gl: WebGl): WebGlCanvas {
  let lost = false;
  // Asked for now: a lost context gives no extensions.
  const release = gl.getExtension('WEBGL_lose_context');
  // Without preventDefault() it never comes back, which is right: MediaPipe's textures would be gone.
  canvas.addEventListener('webglcontextlost', () => {
    lost = true;
  });
  const isLost = () => lost || gl.isContextLost();
  return {
    canvas,
    isLost,
    answers: () => !isLost() && drawsCanary(gl),
    dispose: () => release?.loseContext(),
  };
}

/** Draws a pixel in a colour of its own, reads it back, and leaves the context as it was. */
function drawsCanary(gl: WebGl): boolean {
  const wanted = Array.from({ length: 3 }, () => 64 + Math.floor(Math.random() * 128));
  // Stays zero where nobody answers.
  const pixel = new Uint8Array(4);
  const restore = rememberState(gl);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  if (hasPackBuffers(gl)) gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.enable(gl.SCISSOR_TEST);
  gl.scissor(0, 0, 1, 1);
  gl.colorMask(true, true, true, true);
  const [red = 0, green = 0, blue = 0] = wanted;
  gl.clearColor(red / 255, green / 255, blue / 255, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  restore();
  return wanted.every((value, i) => Math.abs(value - (pixel[i] as number)) <= CANARY_TOLERANCE);
}

/** @returns what puts back everything that the canary changes */
function rememberState(gl: WebGl): () => void {
  const framebuffer: WebGLFramebuffer | null = gl.getParameter(gl.FRAMEBUFFER_BINDING);
  const packBuffer: WebGLBuffer | null = hasPackBuffers(gl) ? gl.getParameter(gl.PIXEL_PACK_BUFFER_BINDING) : null;
  const scissors = gl.isEnabled(gl.SCISSOR_TEST);
  // A lost context has no state.
  const [x = 0, y = 0, width = 0, height = 0] = (gl.getParameter(gl.SCISSOR_BOX) as Int32Array | null) ?? [];
  const mask = (gl.getParameter(gl.COLOR_WRITEMASK) as boolean[] | null) ?? [];
  const colour = (gl.getParameter(gl.COLOR_CLEAR_VALUE) as Float32Array | null) ?? [];
  return () => {
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    if (hasPackBuffers(gl)) gl.bindBuffer(gl.PIXEL_PACK_BUFFER, packBuffer);
    if (!scissors) gl.disable(gl.SCISSOR_TEST);
    gl.scissor(x, y, width, height);
    gl.colorMask(mask[0] ?? true, mask[1] ?? true, mask[2] ?? true, mask[3] ?? true);
    gl.clearColor(colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0, colour[3] ?? 0);
  };
}

function hasPackBuffers(gl: WebGl): gl is WebGL2RenderingContext {
  return 'PIXEL_PACK_BUFFER' in gl;
}
