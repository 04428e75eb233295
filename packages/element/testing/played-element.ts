import type { CameraInUse } from 'face-verify';
import type { ElementState } from '../src/element-state.ts';
import { FaceVerifyElement } from '../src/face-verify-element.ts';
import type { LiveSession, SessionRequest, SessionSource } from '../src/live-session.ts';
import { CAMERA } from './camera.ts';

/** A session whose states a test plays. */
export class PlayedSession implements LiveSession {
  state: ElementState = { phase: 'loading' };
  camera: CameraInUse | undefined;
  isStopped = false;
  readonly cameras: string[] = [];
  #listener: () => void = () => undefined;

  constructor(readonly request: SessionRequest) {}

  subscribe(listener: () => void): void {
    this.#listener = listener;
  }

  switchCamera(choice: string): void {
    this.cameras.push(choice);
  }

  stop(): void {
    this.isStopped = true;
  }

  /** A camera is open where something is seen. */
  play(state: ElementState): void {
    this.state = state;
    this.camera = state.phase === 'awaiting-camera' || state.phase === 'failed' ? undefined : CAMERA;
    this.#listener();
  }
}

/** `<played-element>`: an element whose sessions are {@link PlayedSession}s. */
export class PlayedElement extends FaceVerifyElement {
  readonly sessions: PlayedSession[] = [];
  lacking: string | undefined;
  disposals = 0;
  /** Sessions open once it is settled. */
  opening: Promise<void> = Promise.resolve();
  photographState: ElementState = { phase: 'idle' };

  get session(): PlayedSession {
    const session = this.sessions.at(-1);
    if (session === undefined) throw new Error('No session was opened.');
    return session;
  }

  /** Plays a state, and waits until it is drawn. */
  async play(state: ElementState): Promise<void> {
    this.session.play(state);
    await this.updateComplete;
  }

  protected override async findUnsupported(): Promise<string | undefined> {
    return this.lacking;
  }

  protected override createSessions(): SessionSource {
    return {
      open: async (request) => {
        const session = new PlayedSession(request);
        this.sessions.push(session);
        await this.opening;
        return session;
      },
      look: async () => this.photographState,
      dispose: () => {
        this.disposals += 1;
      },
    };
  }
}

customElements.define('played-element', PlayedElement);

/** Puts an element into the page, ready. */
export async function placeElement(set: Partial<PlayedElement> = {}, into: Element = document.body) {
  const element = document.createElement('played-element') as PlayedElement;
  Object.assign(element, set);
  const told = new Promise<void>((resolve) => {
    for (const name of ['face-verify-ready', 'face-verify-unsupported']) {
      element.addEventListener(name, () => resolve(), { once: true });
    }
  });
  into.append(element);
  await told;
  await element.updateComplete;
  return element;
}

/** Of the element's own tree. */
export function find<Found extends HTMLElement = HTMLElement>(element: PlayedElement, selector: string): Found {
  const found = element.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** What is said to the person before it. */
export function said(element: PlayedElement): string {
  return find(element, '.said').innerText.trim();
}
