import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { Faces } from '../faces/faces.ts';
import { en } from '../messages/en/en.ts';
import { loadMessages } from '../messages/load-messages.ts';
import type { Messages } from '../messages/messages.ts';
import { openStore } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { controls } from '../styles/controls.ts';
import type { App } from './app.ts';
import { keepRetention } from './keep-retention.ts';
import { PLACES, type Place, type Route, readRoute, routeHash } from './route.ts';
import { SCREENS } from './screens.ts';
import './app-notices.ts';

/** The whole app: opens the data, and shows the place that the address names. */
class AttendanceApp extends LitElement {
  static override properties = {
    _app: { state: true },
    _route: { state: true },
    _problem: { state: true },
  };

  declare _app: App | undefined;
  declare _route: Route;
  declare _problem: string | undefined;

  constructor() {
    super();
    this._route = readRoute(location.hash);
    window.addEventListener('hashchange', () => {
      this._route = readRoute(location.hash);
      // Another screen begins at its top.
      scrollTo(0, 0);
    });
    void this.#open();
  }

  async #open(): Promise<void> {
    try {
      const store = await openStore();
      keepRetention(store);
      const faces = new Faces(store.people.all);
      const { current: settings } = store.settings;
      this.#use({ store, faces, now: Date.now, messages: await loadMessages(settings.current.language) });
      settings.watch(async ({ language }) => {
        const messages = await loadMessages(language);
        if (settings.current.language === language) this.#use({ store, faces, now: Date.now, messages });
      });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const { app } = await loadMessages(navigator.language);
      this._problem = app.errors[error.code];
    }
  }

  #use(app: App): void {
    this._app = app;
    describeDocument(app.messages);
  }

  protected override render(): TemplateResult {
    if (this._problem !== undefined) return html`<main class="problem"><p role="alert">${this._problem}</p></main>`;
    const app = this._app;
    if (app === undefined) return html`<main class="problem" aria-busy="true"><p>${en.app.loading}</p></main>`;
    const isKiosk = this._route.at === 'kiosk';
    const screen = SCREENS[this._route.at](app, this._route);
    if (isKiosk) return html`<main class="whole">${screen}</main>`;
    return html`
      <header>
        <nav aria-label=${app.messages.app.title}>${PLACES.map((place) => this.#link(app, place))}</nav>
        <a class="aside" href="../compare/">${app.messages.app.compare}</a>
      </header>
      <app-notices .app=${app}></app-notices>
      <main>${screen}</main>
    `;
  }

  #link({ messages }: App, place: Exclude<Place, 'person' | 'import'>): TemplateResult {
    const current = place === this._route.at ? 'page' : nothing;
    return html`<a href=${routeHash({ at: place })} aria-current=${current}>${messages.app.places[place]}</a>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.5rem clamp(0.75rem, 3vw, 2rem);
        border-block-end: 1px solid var(--line);
        background: var(--card);
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
      }

      nav a {
        padding: 0.5rem 0.75rem;
        border-radius: var(--round-small);
        color: var(--ink);
        font-weight: 560;
        text-decoration: none;
      }

      nav a:hover {
        background: var(--well);
      }

      nav a[aria-current] {
        background: var(--accent-tint);
        color: var(--accent);
      }

      .aside {
        font-size: 0.875rem;
      }

      main {
        inline-size: 100%;
        max-inline-size: 76rem;
        margin-inline: auto;
        padding: clamp(1rem, 3vw, 2rem) clamp(0.75rem, 3vw, 2rem) 4rem;
      }

      .whole {
        grid-row: 1 / -1;
        max-inline-size: none;
        padding: 0;
      }

      @media print {
        header,
        app-notices {
          display: none;
        }

        main {
          max-inline-size: none;
          padding: 0;
        }
      }

      .problem {
        grid-row: 1 / -1;
        display: grid;
        place-content: center;
        max-inline-size: 34rem;
        min-block-size: 100dvh;
        text-align: center;
      }
    `,
  ];
}

function describeDocument({ language, direction, app }: Messages): void {
  document.documentElement.lang = language;
  document.documentElement.dir = direction;
  document.title = app.title;
}

customElements.define('attendance-app', AttendanceApp);
