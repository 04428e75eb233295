import type { DuplicatesResult } from 'face-verify';
import { css, html, nothing, type TemplateResult } from 'lit';
import { routeHash } from '../../app/route.ts';
import { View } from '../../app/view.ts';
import type { PersonId } from '../../domain/person.ts';
import { searchDuplicates } from '../../people/search-duplicates.ts';
import { controls } from '../../styles/controls.ts';
import '../parts/app-dialog.ts';

/** Compares everybody with everybody, and lists pairs that look like one person. */
class DuplicatesSearch extends View {
  static override properties = { ...View.properties, _share: { state: true }, _result: { state: true } };

  declare _share: number;
  declare _result: DuplicatesResult | undefined;
  readonly #stop = new AbortController();

  constructor() {
    super();
    this._share = 0;
  }

  protected override firstUpdated(): void {
    void this.#search();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  async #search(): Promise<void> {
    const { current } = this.app.faces.state;
    if (current.state !== 'ready') return;
    const { signal } = this.#stop;
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      this._share = total === 0 ? 1 : done / total;
    };
    try {
      this._result = await searchDuplicates(current, { limit: 100, signal, onProgress });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  protected override render(): TemplateResult {
    const { messages } = this.app;
    const { people: say } = messages;
    const close = () => this.dispatchEvent(new CustomEvent('closed'));
    return html`
      <app-dialog heading=${say.findDuplicates} @closed=${close}>
        <div role="status" class="stack">${this.#found()}</div>
        <div class="row"><button @click=${close}>${messages.app.close}</button></div>
      </app-dialog>
    `;
  }

  #found(): TemplateResult {
    const { people: say } = this.app.messages;
    const result = this._result;
    if (result === undefined) {
      return html`<label>${say.searching}<progress .value=${this._share}></progress></label>`;
    }
    if (result.outcome === 'inconclusive') return html`<p>${say.face.refusals[result.reason]}</p>`;
    if (result.found === 0) return html`<p>${say.noDuplicates}</p>`;
    return html`
      <p>${say.duplicates(result.found)}</p>
      <ul>${result.pairs.map(({ ids: [a, b] }) => html`<li>${this.#name(a)}${say.and}${this.#name(b)}</li>`)}</ul>
      <p class="fine">${say.duplicatesHelp}</p>
    `;
  }

  #name(id: PersonId): TemplateResult | typeof nothing {
    const person = this.app.store.people.get(id);
    return person === undefined ? nothing : html`<a href=${routeHash({ at: 'person', id })}>${person.name}</a>`;
  }

  static override styles = [
    controls,
    css`
      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }
    `,
  ];
}

customElements.define('duplicates-search', DuplicatesSearch);
