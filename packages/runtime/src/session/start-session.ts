import { drawChallenges, FaceVerifyError } from '@face-verify/core';
import type { CameraChoice } from '../camera/camera.ts';
import type { CameraPage } from '../camera/camera-feed.ts';
import { rememberedCamera } from '../camera/remembered-camera.ts';
import type { FaceEngine } from '../engine/face-engine.ts';
import { DEFAULT_CHALLENGES, type LivenessOptions } from '../liveness/liveness-options.ts';
import { checkSessionOptions, isVideoElement } from '../options/session-options.ts';
import { embedBothSides } from './embed-both-sides.ts';
import type { SessionRules } from './session-model.ts';
import { FRAMES_BY_MODE, type SessionDecider, sessionPolicy } from './session-policy.ts';
import type { CameraSource, FaceSession, WatchOptions, WatchResults } from './watch-options.ts';
import { WatchedSession } from './watched-session.ts';

/** A verifier that is loaded: what sees, and what decides. */
export interface SessionParts {
  readonly engine: FaceEngine;
  readonly decider: SessionDecider;
}

/**
 * Starts a session, and with it the camera, before everything is loaded.
 *
 * @param source - a camera to open, or a video in which the page itself shows something
 * @throws {FaceVerifyError} `option-invalid`; `backend-unavailable` where there is no page, or a browser that does not
 *   tell of a video's frames
 */
export function startSession<Options extends WatchOptions>(
  parts: SessionParts | Promise<SessionParts>,
  source: HTMLVideoElement | CameraSource,
  options: Options,
): FaceSession<WatchResults[Options['mode']]> {
  if (globalThis.document === undefined) {
    throw new FaceVerifyError('backend-unavailable', 'A session watches a video, and needs a page to do so.');
  }
  checkSessionOptions(source, options);
  if (!('requestVideoFrameCallback' in HTMLVideoElement.prototype)) {
    throw new FaceVerifyError('backend-unavailable', 'This browser does not tell of the frames of a video.');
  }
  const { mode, keepCamera = false, signal, onState } = options;
  const liveness = livenessOf(options.liveness);
  const rules: SessionRules = {
    ...FRAMES_BY_MODE[mode],
    ...(options.frames !== undefined && { least: options.frames }),
    linkSimilarity: undefined,
    presenceLimit: 1,
    liveness: liveness !== undefined,
  };
  const own = isVideoElement(source);
  const session = new WatchedSession<WatchResults[Options['mode']]>({
    video: own ? source : (source.video ?? document.createElement('video')),
    cameras: own ? [] : camerasOf(source),
    keepCamera,
    page: PAGE,
    signal,
    rules,
    work: Promise.resolve(parts).then(({ engine, decider }) => ({
      engine,
      rules: {
        ...rules,
        linkSimilarity: decider.threshold?.similarity,
        presenceLimit: engine.facts.presenceLimit,
      },
      embed: async (face, given) =>
        mode === 'enrol' ? embedBothSides(engine, face, given) : (await engine.embed(face, given)).embedding,
      drawChallenges: () => drawChallenges(liveness?.kinds ?? [], liveness?.count ?? 0, unguessable),
      ...sessionPolicy(decider, options),
    })),
  });
  if (onState) session.subscribe(onState as (state: unknown) => void);
  if (signal?.aborted) return session;
  session.start();
  return session;
}

/** A camera that was chosen in an earlier session may be gone by now, or have another id; one that is named is meant. */
function camerasOf({ camera }: CameraSource): readonly CameraChoice[] {
  return camera === undefined ? [...new Set([rememberedCamera() ?? 'user', 'user'])] : [camera];
}

function livenessOf(liveness: boolean | LivenessOptions = false): Required<LivenessOptions> | undefined {
  if (liveness === false) return undefined;
  return { ...DEFAULT_CHALLENGES, ...(liveness !== true && liveness) };
}

function unguessable(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32;
}

const PAGE: CameraPage = {
  get devices() {
    return navigator.mediaDevices as MediaDevices | undefined;
  },
  permission: async () => {
    // Some browsers have no such thing, some do not know of cameras.
    try {
      return await navigator.permissions.query({ name: 'camera' as PermissionName });
    } catch {
      return undefined;
    }
  },
  isHidden: () => document.hidden,
};
