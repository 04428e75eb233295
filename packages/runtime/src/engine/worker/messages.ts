import type { EncodedError } from '@face-verify/core';
import type { LoadProgress } from '../../api.ts';
import type { EngineFacts, EngineSettings, FaceEngine } from '../face-engine.ts';

/** The calls of an engine that can be made from another thread. */
export type EngineMethod = 'look' | 'embed' | 'capture';

export type EngineAnswer<Method extends EngineMethod> = Awaited<ReturnType<FaceEngine[Method]>>;

/** What is sent to the thread of an engine. */
export type ToEngine =
  | { readonly kind: 'start'; readonly settings: EngineSettings; readonly lock: string }
  | EngineCall
  /** Nobody waits for the answer to this call any more. */
  | { readonly kind: 'cancel'; readonly id: number }
  /** The trial is noted, and may begin. */
  | { readonly kind: 'noted' }
  | { readonly kind: 'ping' };

export type EngineCall = {
  readonly [Method in EngineMethod]: {
    readonly kind: 'call';
    readonly id: number;
    readonly method: Method;
    /** Without a signal: only its end is told. */
    readonly args: Parameters<FaceEngine[Method]>;
  };
}[EngineMethod];

/** What the thread of an engine sends back. */
export type FromEngine =
  /** The script runs. */
  | { readonly kind: 'ready' }
  /** The thread holds the lock that it was given, until its end. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'progress'; readonly progress: LoadProgress }
  /** A backend is to be started; undefined: that is over. */
  | { readonly kind: 'trial'; readonly trial: string | undefined }
  /** The engine has started, or its facts have changed. */
  | { readonly kind: 'facts'; readonly facts: EngineFacts }
  | { readonly kind: 'failed'; readonly error: EncodedError }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: EngineAnswer<EngineMethod> }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: EncodedError }
  | { readonly kind: 'pong' };

/** One end of the way between two threads: a worker, its global scope, or a port. */
export interface MessageEnd<Sent, Received> {
  postMessage(message: Sent, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Received>) => void): void;
}

/** By its name the engine's script knows that it is the script of this worker, and not a module of somebody else's. */
export const ENGINE_WORKER_NAME = 'face-verify-engine';
