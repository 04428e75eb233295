import { css, html, nothing, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import { enrolmentState, type Person } from '../../domain/person.ts';
import { enrolMany } from '../../people/enrol-many.ts';
import { keptPhotographs } from '../../people/kept-photographs.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { tellFailure } from '../parts/tell-failure.ts';

/** Says that the contract of the model changed, and enrols those again whose photographs were kept. */
class EnrolAgainNote extends View {
  static override properties = {
    ...View.properties,
    _done: { state: true },
    _isBusy: { state: true },
    _failure: { state: true },
  };

  declare _done: number;
  declare _isBusy: boolean;
  declare _failure: string | undefined;
  readonly #stop = new AbortController();

  constructor() {
    super();
    this._done = 0;
    this._isBusy = false;
  }

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.store.people.all, this.app.faces.state];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { people } = this.app.messages;
    const say = people.enrolAgainAll;
    const waiting = this.#waiting();
    if (waiting.length === 0)
      return this._done === 0 ? nothing : html`<p class="card" role="status">${say.done(this._done)}</p>`;
    const kept = waiting.filter(({ consent }) => consent?.photographs === true);
    return html`
      <div class="card stack" role="status">
        <p>${say.text(waiting.length)} ${say.rest}</p>
        ${
          kept.length === 0
            ? nothing
            : html`
              <div class="row">
                <button ?disabled=${this._isBusy} @click=${() => this.#enrol(kept)}>${say.now}</button>
                <span class="fine">${this._done > 0 ? say.done(this._done) : say.kept(kept.length)}</span>
              </div>
            `
        }
        ${this._failure === undefined ? nothing : html`<p class="error">${this._failure}</p>`}
      </div>
    `;
  }

  #waiting(): readonly Person[] {
    const { store, faces } = this.app;
    const seen = faces.state.current;
    if (seen.state !== 'ready') return [];
    return store.people.all.current.filter(
      (person) => enrolmentState(person, seen.verifier.contract) === 'enrol-again',
    );
  }

  async #enrol(people: readonly Person[]): Promise<void> {
    const { store, faces, now, messages } = this.app;
    const seen = faces.state.current;
    if (seen.state !== 'ready') return;
    this._isBusy = true;
    const { signal } = this.#stop;
    try {
      for (const { id } of people) {
        const files = await keptPhotographs(store.people, id);
        if (files.length === 0) continue;
        const onReport = ({ result }: { result: { outcome: string } }) => {
          if (result.outcome === 'enrolled') this._done += 1;
        };
        await enrolMany([{ person: id, files }], { store, verifier: seen.verifier, now, signal, onReport });
      }
    } catch (error) {
      if (!signal.aborted) this._failure = tellFailure(error, messages);
    } finally {
      this._isBusy = false;
    }
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      :host(:empty) {
        display: contents;
      }

      .card {
        border-color: var(--unsure);
        background: var(--unsure-tint);
        box-shadow: none;
      }
    `,
  ];
}

customElements.define('enrol-again-note', EnrolAgainNote);
