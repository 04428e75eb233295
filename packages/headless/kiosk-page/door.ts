import type { KioskDoor, KioskVisit } from '../src/kiosk/kiosk-door.ts';
import { StandingFilm } from './standing-film.ts';
import { VISITORS } from './visitors.ts';

/** What whoever stands there is asked to do, by the words that they read. */
const ASKED: readonly (readonly [words: RegExp, act: string])[] = [
  [/close your eyes/i, 'blink'],
  [/open your mouth/i, 'open-mouth'],
  [/to your left/i, 'turn-left'],
  [/to your right/i, 'turn-right'],
];
/** From reading until doing. */
const REACTION_MS = 600;
/** Whoever was not answered by then leaves; and the kiosk has to watch again by then. */
const PATIENCE_MS = 40_000;
/** With the answer on the screen people read it. */
const READ_MS = 300;

const NOT_YET = new Set(['watching', 'looking']);

/** Stands in for the camera of a page, and reads what its kiosk shows with every picture of the screen. */
class Door implements KioskDoor {
  frames = 0;
  readonly #film = new StandingFilm();

  constructor() {
    navigator.mediaDevices.getUserMedia = async () => this.#film.open();
    const make = globalThis.createImageBitmap;
    globalThis.createImageBitmap = ((source: ImageBitmapSource, ...rest: never[]) => {
      if (source instanceof HTMLVideoElement) this.frames++;
      return make(source, ...rest);
    }) as typeof make;
  }

  async visit(name: string, waitMs: number): Promise<KioskVisit> {
    await this.#film.load(VISITORS[name] ?? {});
    const cameMs = performance.now();
    while (kiosk().show !== 'watching') {
      if ((await nextFrame()) - cameMs > PATIENCE_MS) throw new Error(`The kiosk stays at "${kiosk().show}".`);
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const framesBefore = this.frames;
    const sinceMs = this.#film.show('front');
    const { noticedMs, answeredMs } = await this.#stand(sinceMs);
    const { show, title } = kiosk();
    const frames = this.frames - framesBefore;
    await new Promise((resolve) => setTimeout(resolve, READ_MS));
    this.#film.show(undefined);
    const shown = NOT_YET.has(show) ? 'nothing' : show;
    if ((shown === 'greeting' || shown === 'already') && !title.toLowerCase().startsWith(name)) {
      throw new Error(`${name} was greeted as somebody else.`);
    }
    return { shown, noticedMs, answeredMs, frames };
  }

  /** Until there is an answer, or no patience left. */
  async #stand(sinceMs: number): Promise<{ noticedMs: number; answeredMs: number }> {
    let noticedMs = Number.NaN;
    let asked: { readonly title: string; readonly atMs: number; done: boolean } | undefined;
    for (;;) {
      const nowMs = await nextFrame();
      const { show, title } = kiosk();
      const ms = nowMs - sinceMs;
      if (show !== 'watching' && Number.isNaN(noticedMs)) noticedMs = ms;
      if (!NOT_YET.has(show) || ms > PATIENCE_MS) return { noticedMs, answeredMs: ms };
      if (title !== asked?.title) {
        if (asked?.done) this.#film.show('front');
        asked = { title, atMs: nowMs, done: false };
      }
      const act = ASKED.find(([words]) => words.test(title))?.[1];
      if (act !== undefined && !asked.done && nowMs - asked.atMs >= REACTION_MS) {
        this.#film.show(act);
        asked.done = true;
      }
    }
  }
}

function kiosk(): { show: string; title: string } {
  const view = document.querySelector('attendance-app')?.shadowRoot?.querySelector('kiosk-view')?.shadowRoot;
  const { show = 'none' } = view?.querySelector<HTMLElement>('.kiosk')?.dataset ?? {};
  return { show, title: view?.querySelector('.title')?.textContent ?? '' };
}

/** @returns when it is painted, as `performance.now()` */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

window.kioskDoor = new Door();
