import { html, nothing, type TemplateResult } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import '../../app/app-notices.ts';
import { routeHash } from '../../app/route.ts';
import { View } from '../../app/view.ts';
import { DEMO_CAST, DEMO_PIN, isDemoPerson } from '../../demo/demo-cast.ts';
import { isFilmWanted, wantFilm } from '../../demo/demo-choice.ts';
import { removeDemoData } from '../../demo/demo-data.ts';
import type { PersonId } from '../../domain/person.ts';
import { KioskRunner } from '../../kiosk/kiosk-runner.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { kioskStage, stageStyles } from './kiosk-stage.ts';
import './kiosk-start.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { kioskWords, type TonedWords } from './kiosk-words.ts';
import type { PinGivenEvent } from './pin-pad.ts';
import './pin-pad.ts';

type Mode = 'nobody' | 'camera' | 'film';

/** The whole screen of a kiosk. It shows what its runner knows, and nothing of anybody who was there before. */
class KioskView extends View {
  readonly #video = createRef<HTMLVideoElement>();
  #runner: { readonly mode: Mode; readonly kiosk: KioskRunner; readonly unwatch: () => void } | undefined;
  #starting: Mode | undefined;

  protected override lives(): readonly Live<unknown>[] {
    const { store, faces } = this.app;
    return [store.people.all, store.settings.current, faces.state];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override updated(): void {
    const mode = this.#mode();
    if (!this.isConnected || (this.#runner?.mode ?? 'nobody') === mode || this.#starting === mode) return;
    this.#stop();
    if (mode !== 'nobody') void this.#start(mode);
  }

  async #start(mode: Mode): Promise<void> {
    this.#starting = mode;
    // The film is fetched only where it is shown.
    const film = await (mode === 'film'
      ? import('../../demo/start-film.ts').then(({ startFilm }) => startFilm())
      : undefined);
    const video = this.#video.value;
    if (this.#starting !== mode || video === undefined || !this.isConnected) {
      film?.stop();
      return;
    }
    this.#starting = undefined;
    const kiosk = new KioskRunner(this.app, video, film);
    this.#runner = { mode, kiosk, unwatch: kiosk.view.watch(() => this.requestUpdate()) };
    this.requestUpdate();
  }

  #stop(): void {
    this.#starting = undefined;
    this.#runner?.unwatch();
    this.#runner?.kiosk.stop();
    this.#runner = undefined;
  }

  #mode(): Mode {
    const people = this.app.store.people.all.current;
    if (people.length === 0) return 'nobody';
    return people.some(isDemoPerson) && isFilmWanted() ? 'film' : 'camera';
  }

  protected override render(): TemplateResult {
    const { kiosk: say, app } = this.app.messages;
    const mode = this.#mode();
    const body = mode === 'nobody' ? html`<kiosk-start .app=${this.app}></kiosk-start>` : this.#kiosk(mode);
    return html`
      <header>
        <span class="clock">${this.#timeAt(this.app.now())}</span>
        <nav>
          <a href=${routeHash({ at: 'people' })}>${say.office}</a>
          ${document.fullscreenEnabled ? html`<button class="quiet" @click=${toggleFullscreen}>${say.fullscreen}</button>` : nothing}
        </nav>
      </header>
      <h1 class="unseen">${app.title}</h1>
      ${this.#notices()} ${body}
    `;
  }

  #notices(): TemplateResult {
    const clock = this.app.store.checkClock();
    const { clockOff } = this.app.messages.kiosk;
    return html`<div class="notices">
      <app-notices .app=${this.app}></app-notices>
      ${
        clock.state === 'off'
          ? html`<p class="notice">${clockOff(Math.max(1, Math.round(Math.abs(clock.aheadSeconds) / 60)))}</p>`
          : nothing
      }
    </div>`;
  }

  #kiosk(mode: Mode): TemplateResult {
    const view = this.#runner?.mode === mode ? this.#runner.kiosk.view.current : undefined;
    const { kiosk: say } = this.app.messages;
    const words: TonedWords =
      view === undefined
        ? { tone: 'calm', ...say.getReady(0) }
        : kioskWords(view, {
            say,
            faces: this.app.faces.state.current,
            nameOf: (person: PersonId) => this.app.store.people.get(person)?.name ?? '',
            timeAt: (ms) => this.#timeAt(ms),
          });
    const screen = view?.state.screen ?? { show: 'watching' as const };
    const isAsking = screen.show === 'asking' || screen.show === 'checking';
    const isPin = isAsking && screen.way === 'pin';
    const progress = view?.session.phase === 'guiding' && screen.show === 'looking' ? view.session.progress : 0;
    const isWatching = !isPin && screen.show !== 'paused';
    return html`
      <div class="kiosk" data-testid="kiosk" data-show=${screen.show} data-tone=${words.tone} ?data-pin=${isPin}>
        ${kioskStage({ video: this.#video, tone: words.tone, progress, isFilm: mode === 'film', isWatching })}
        <section class="words" data-tone=${words.tone}>
          ${isPin ? this.#pinPad(screen.show === 'asking' ? screen.problem : undefined, screen.show === 'checking') : this.#said(words)}
          ${screen.show === 'unknown' ? html`<button class="big" @click=${() => this.#runner?.kiosk.cancel()}>${say.tryAgain}</button>` : nothing}
        </section>
        <div class="ways">
          ${
            isAsking
              ? html`<button class="big" data-testid="back" @click=${() => this.#runner?.kiosk.cancel()}>${say.back}</button>`
              : (['pin', 'card'] as const).map(
                  (way) =>
                    html`<button class="big" data-testid=${way} @click=${() => this.#runner?.kiosk.choose(way)}>${say.ways[way]}</button>`,
                )
          }
        </div>
        ${this.#demo(mode)}
      </div>
    `;
  }

  #said({ title, detail }: TonedWords): TemplateResult {
    return html`<div class="said" role="status">
      <p class="title" data-testid="title" dir="auto">${title}</p>
      <p class="detail" data-testid="detail">${detail}</p>
    </div>`;
  }

  #pinPad(problem: 'refused' | 'paused' | undefined, busy: boolean): TemplateResult {
    const { pin } = this.app.messages.kiosk;
    const given = ({ number, pin: typed }: PinGivenEvent) => void this.#runner?.kiosk.givePin(number, typed);
    return html`
      <h2>${pin.title}</h2>
      <pin-pad .words=${pin} .problem=${problem} ?busy=${busy} @pin-given=${given}></pin-pad>
    `;
  }

  #demo(mode: Mode): TemplateResult | typeof nothing {
    if (!this.app.store.people.all.current.some(isDemoPerson)) return nothing;
    const { demo } = this.app.messages.kiosk;
    const isFilm = mode === 'film';
    const numbers = `${DEMO_CAST[0]?.number}–${DEMO_CAST.at(-1)?.number}`;
    const change = () => {
      wantFilm(!isFilm);
      this.requestUpdate();
    };
    return html`<footer data-testid="demo">
      ${isFilm ? html`<span class="badge unsure">${demo.film}</span>` : nothing}
      <span>${demo.secrets(numbers, DEMO_PIN)}</span>
      <span class="row">
        <button class="quiet" @click=${change}>${isFilm ? demo.useCamera : demo.useFilm}</button>
        <button class="quiet" data-testid="remove-demo" @click=${() => void removeDemoData(this.app)}>${demo.remove}</button>
      </span>
    </footer>`;
  }

  #timeAt(ms: number): string {
    const { zone } = this.app.store.settings.current.current;
    const { language } = this.app.messages;
    return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(ms);
  }

  static override styles = [controls, stageStyles, kioskStyles];
}

function toggleFullscreen(): void {
  const changed =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  // The browser may say no; the page is as useful without.
  changed.catch(() => undefined);
}

customElements.define('kiosk-view', KioskView);
