import { css, html, nothing, type TemplateResult } from 'lit';
import { routeHash } from '../../app/route.ts';
import { View } from '../../app/view.ts';
import { type DemoOutcome, type DemoProgress, loadDemoData } from '../../demo/demo-data.ts';
import type { Live } from '../../store/live.ts';
import { StoreError } from '../../store/store-error.ts';
import { controls } from '../../styles/controls.ts';

/** Whoever opens `?demo` wants to see it, and need not press anything. */
const DEMO_IN_ADDRESS = 'demo';

/** What a kiosk without anybody shows: how to add people, or the demonstration. */
class KioskStart extends View {
  static override properties = { ...View.properties, _progress: { state: true }, _problem: { state: true } };

  declare _progress: DemoProgress | undefined;
  declare _problem: string | undefined;

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.faces.state];
  }

  protected override firstUpdated(): void {
    if (new URLSearchParams(location.search).has(DEMO_IN_ADDRESS)) void this.#load();
  }

  protected override render(): TemplateResult {
    const { kiosk, app } = this.app.messages;
    const { nobodyEnrolled, addPeople, demo } = kiosk;
    const progress = this._progress;
    return html`
      <div class="stack">
        <section class="card stack">
          <h1>${nobodyEnrolled.title}</h1>
          <p>${nobodyEnrolled.detail}</p>
          <a class="button" href=${routeHash({ at: 'people' })}>${addPeople}</a>
        </section>
        <section class="card stack">
          <h2>${demo.title}</h2>
          <p>${demo.detail}</p>
          <button class="primary" data-testid="load-demo" ?disabled=${progress !== undefined} @click=${this.#load}>
            ${demo.load}
          </button>
          <div class="progress" role="status">
            ${
              progress === undefined
                ? nothing
                : html`<p>${this.#progressText(progress)}</p>
                  <progress max=${progress.total} value=${progress.done} aria-label=${demo.load}></progress>`
            }
          </div>
          ${this._problem === undefined ? nothing : html`<p class="error" role="alert">${this._problem}</p>`}
        </section>
        <p class="fine"><a href="../compare/">${app.compare}</a></p>
      </div>
    `;
  }

  #progressText({ done, total }: DemoProgress): string {
    const { kiosk } = this.app.messages;
    const faces = this.app.faces.state.current;
    if (faces.state !== 'loading') return kiosk.demo.loading(done, total);
    const { bytes = 0, totalBytes = 0 } = faces.progress ?? {};
    return `${kiosk.getReady(0).title} ${totalBytes > 0 ? `${Math.floor((99 * bytes) / totalBytes)} %` : ''}`;
  }

  async #load(): Promise<void> {
    if (this._progress !== undefined) return;
    this._problem = undefined;
    const { app, kiosk } = this.app.messages;
    try {
      const outcome: DemoOutcome = await loadDemoData(this.app, (progress) => {
        this._progress = progress;
      });
      if (outcome !== 'loaded') this._problem = kiosk.demo.failed[outcome];
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this._problem = app.errors[error.code];
    } finally {
      this._progress = undefined;
    }
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        place-content: center;
        min-block-size: 100%;
        padding: 1rem;
      }

      .stack {
        max-inline-size: 34rem;
      }

      .button,
      button {
        justify-self: start;
      }

      /* Room from the start, so that nothing moves. */
      .progress {
        display: grid;
        gap: 0.25rem;
        min-block-size: 2.75rem;
      }

      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }
    `,
  ];
}

customElements.define('kiosk-start', KioskStart);
