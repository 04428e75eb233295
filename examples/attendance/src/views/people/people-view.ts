import { css, html, nothing, type TemplateResult } from 'lit';
import { routeHash } from '../../app/route.ts';
import { View } from '../../app/view.ts';
import { writePeopleCsv } from '../../domain/csv/people-csv.ts';
import type { EnrolmentState, Person } from '../../domain/person.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { longList } from '../parts/long-list.ts';
import { CSV, saveFile } from '../parts/save-file.ts';
import { EVERYBODY, filterPeople, groupsOf, type PeopleFilter, stateOf } from './filter-people.ts';
import { STATE_BADGES } from './state-badges.ts';
import '../parts/undo-note.ts';
import './duplicates-search.ts';
import './enrol-again-note.ts';
import './remove-people.ts';

/** Everybody, to find, to add and to remove. */
class PeopleView extends View {
  static override properties = {
    ...View.properties,
    _filter: { state: true },
    _searchesDuplicates: { state: true },
    _removes: { state: true },
    _note: { state: true },
  };

  declare _filter: PeopleFilter;
  declare _searchesDuplicates: boolean;
  declare _removes: readonly Person[];
  declare _note: string | undefined;

  constructor() {
    super();
    this._filter = EVERYBODY;
    this._searchesDuplicates = false;
    this._removes = [];
  }

  protected override lives(): readonly Live<unknown>[] {
    const { store, faces } = this.app;
    return [store.people.all, store.people.lockedCount, faces.state];
  }

  get #contract(): string | undefined {
    const { current } = this.app.faces.state;
    return current.state === 'ready' ? current.verifier.contract : undefined;
  }

  protected override render(): TemplateResult {
    const { store, messages } = this.app;
    const { people: say } = messages;
    const everybody = store.people.all.current;
    const locked = store.people.lockedCount.current;
    return html`
      <div class="stack">
        <div class="row spread">
          <h1>${say.title}</h1>
          <div class="row">
            <a class="button" href=${routeHash({ at: 'import' })}>${say.addMany}</a>
            <a class="button primary" href=${routeHash({ at: 'person', id: 'new' })}>${say.add}</a>
          </div>
        </div>
        ${locked > 0 ? html`<p class="fine">${say.locked(locked)}</p>` : nothing}
        <enrol-again-note .app=${this.app}></enrol-again-note>
        ${everybody.length === 0 ? html`<p class="card">${say.nobody}</p>` : this.#list(everybody)}
      </div>
      ${this.#dialog()}
      <undo-note .note=${this._note === undefined ? undefined : { text: this._note }} closeLabel=${messages.app.close}
        @closed=${() => this.#tell(undefined)}></undo-note>
    `;
  }

  #list(everybody: readonly Person[]): TemplateResult {
    const { people: say } = this.app.messages;
    const contract = this.#contract;
    const shown = filterPeople(everybody, this._filter, contract);
    const [count, all] = [say.count(shown.length), say.count(everybody.length)];
    return html`
      ${this.#filters(everybody)}
      <div class="row spread">
        <p class="fine" role="status">${shown.length === everybody.length ? all : say.countOf(count, all)}</p>
        ${this.#more(everybody)}
      </div>
      ${
        shown.length === 0
          ? html`<p class="card">${say.nobodyFound}</p>`
          : html`
            <div class="people card" role="list" aria-label=${say.title}>
              ${longList({
                items: shown,
                key: ({ id }) => id,
                row: (person, i, count) => this.#row(person, i, count, stateOf(person, contract)),
              })}
            </div>
          `
      }
    `;
  }

  #row({ id, name, number, group }: Person, i: number, count: number, state: EnrolmentState): TemplateResult {
    const { people: say } = this.app.messages;
    return html`
      <div role="listitem" aria-setsize=${count} aria-posinset=${i + 1}>
        <a href=${routeHash({ at: 'person', id })}>
          <span class="name">${name}</span>
          <span class="facts">${[number, group].filter(Boolean).join(' · ')}</span>
          <span class="badge ${STATE_BADGES[state]}">${say.states[state]}</span>
        </a>
      </div>
    `;
  }

  #filters(everybody: readonly Person[]): TemplateResult {
    const { people: say } = this.app.messages;
    const { group, state } = this._filter;
    const states = Object.keys(say.states) as EnrolmentState[];
    return html`
      <form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <label>${say.search}
          <input type="search" autocomplete="off" .value=${this._filter.text} @input=${this.#searched} />
        </label>
        <label>${say.group}
          <select @change=${this.#groupChosen}>
            <option value="all" ?selected=${group === undefined}>${say.allGroups}</option>
            ${groupsOf(everybody).map(
              (name) => html`<option value=${`=${name}`} ?selected=${group === name}>${name || say.noGroup}</option>`,
            )}
          </select>
        </label>
        <label>${say.state}
          <select @change=${this.#stateChosen}>
            <option value="" ?selected=${state === undefined}>${say.allStates}</option>
            ${states.map((name) => html`<option value=${name} ?selected=${state === name}>${say.states[name]}</option>`)}
          </select>
        </label>
      </form>
    `;
  }

  #more(everybody: readonly Person[]): TemplateResult {
    const { people: say } = this.app.messages;
    const search = () => {
      this._searchesDuplicates = true;
    };
    const remove = () => {
      this._removes = everybody;
    };
    return html`
      <details class="more">
        <summary class="button">${say.more}</summary>
        <div class="card stack">
          <button @click=${this.#export}>${say.exportCsv}</button>
          <p class="fine">${say.exportHelp}</p>
          <button @click=${search} ?disabled=${this.#contract === undefined}>${say.findDuplicates}</button>
          <button class="danger" @click=${remove}>${say.removeAll}</button>
        </div>
      </details>
    `;
  }

  #dialog(): TemplateResult | typeof nothing {
    const { people: say } = this.app.messages;
    if (this._searchesDuplicates) {
      const close = () => {
        this._searchesDuplicates = false;
      };
      return html`<duplicates-search .app=${this.app} @closed=${close}></duplicates-search>`;
    }
    if (this._removes.length === 0) return nothing;
    const close = () => {
      this._removes = [];
    };
    const removed = () => {
      this.#tell(say.remove.done(say.count(this._removes.length)));
      close();
    };
    return html`<remove-people .app=${this.app} .people=${this._removes} @closed=${close} @removed=${removed}></remove-people>`;
  }

  #searched({ currentTarget }: Event): void {
    this._filter = { ...this._filter, text: (currentTarget as HTMLInputElement).value };
  }

  #groupChosen({ currentTarget }: Event): void {
    const { value } = currentTarget as HTMLSelectElement;
    this._filter = { ...this._filter, group: value === 'all' ? undefined : value.slice(1) };
  }

  #stateChosen({ currentTarget }: Event): void {
    const { value } = currentTarget as HTMLSelectElement;
    this._filter = { ...this._filter, state: value === '' ? undefined : (value as EnrolmentState) };
  }

  async #export(): Promise<void> {
    const { store } = this.app;
    const people = store.people.all.current;
    saveFile('people.csv', writePeopleCsv(people), CSV);
    await store.audit.add('exported', { count: people.length });
  }

  #tell(text: string | undefined): void {
    this._note = text;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .filters {
        display: grid;
        grid-template-columns: 2fr 1fr 1fr;
        gap: 0.75rem;
      }

      .people {
        padding: 0;
        overflow: hidden;
      }

      [role='listitem'] {
        inline-size: 100%;
      }

      .people a {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) 11rem;
        gap: 0.25rem 1rem;
        align-items: center;
        min-block-size: 3.25rem;
        padding: 0.5rem 1.25rem;
        border-block-end: 1px solid var(--line);
        color: var(--ink);
        text-decoration: none;
      }

      .people a:hover {
        background: var(--accent-tint);
      }

      .people a:focus-visible {
        outline-offset: -3px;
      }

      .name {
        overflow: hidden;
        font-weight: 560;
        text-overflow: ellipsis;
      }

      .facts {
        overflow: hidden;
        color: var(--muted);
        font-size: 0.875rem;
        text-overflow: ellipsis;
      }

      .people .badge {
        justify-self: end;
      }

      .more {
        position: relative;
      }

      .more summary {
        list-style: none;
      }

      .more summary::-webkit-details-marker {
        display: none;
      }

      .more .card {
        position: absolute;
        inset-inline-end: 0;
        z-index: 1;
        inline-size: min(20rem, calc(100vw - 1.5rem));
        margin-block-start: 0.25rem;
      }

      @media (max-width: 40rem) {
        .filters {
          grid-template-columns: 1fr 1fr;
        }

        .filters label:first-child {
          grid-column: 1 / -1;
        }

        .people a {
          grid-template-columns: minmax(0, 1fr) auto;
          padding-inline: 0.875rem;
        }

        .facts {
          grid-row: 2;
        }
      }
    `,
  ];
}

customElements.define('people-view', PeopleView);
