import { html, nothing, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { Person } from '../../domain/person.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { EVERYBODY, filterPeople } from '../people/filter-people.ts';

/** Finds one person by name or number. Tells `picked`. */
class PersonPicker extends View {
  static override properties = { ...View.properties, _text: { state: true } };

  declare _text: string;

  constructor() {
    super();
    this._text = '';
  }

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.store.people.all];
  }

  protected override render(): TemplateResult {
    const { store, messages } = this.app;
    const { records: say, people } = messages;
    const found = filterPeople(store.people.all.current, { ...EVERYBODY, text: this._text }, undefined);
    const typed = ({ currentTarget }: Event) => {
      this._text = (currentTarget as HTMLInputElement).value;
    };
    return html`
      <div class="stack">
        <label>${say.person.choose}<input type="search" autocomplete="off" .value=${this._text} @input=${typed} /></label>
        <p class="fine" role="status">${found.length === 0 ? people.nobodyFound : people.count(found.length)}</p>
        <ul class="row">${found.slice(0, MOST).map((person) => html`<li>${this.#button(person)}</li>`)}</ul>
        ${found.length > MOST ? html`<p class="fine">…</p>` : nothing}
      </div>
    `;
  }

  #button({ id, name, group }: Person): TemplateResult {
    const pick = () => this.dispatchEvent(new CustomEvent('picked', { detail: id }));
    return html`<button @click=${pick}>${[name, group].filter(Boolean).join(' · ')}</button>`;
  }

  static override styles = controls;
}

const MOST = 12;

customElements.define('person-picker', PersonPicker);
