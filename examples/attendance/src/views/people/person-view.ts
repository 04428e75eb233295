import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { routeHash } from '../../app/route.ts';
import { View } from '../../app/view.ts';
import { createPerson, type Person, type PersonId } from '../../domain/person.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import type { Note } from '../parts/undo-note.ts';
import '../parts/undo-note.ts';
import './person-consent.ts';
import './person-details.ts';
import './person-face.ts';
import './person-secrets.ts';
import './remove-people.ts';

/** One person, or a new one. */
class PersonView extends View {
  static override properties = {
    ...View.properties,
    personId: { attribute: false },
    _note: { state: true },
    _isRemoving: { state: true },
  };

  /** `new` for somebody new. */
  declare personId: PersonId;
  declare _note: Note | undefined;
  declare _isRemoving: boolean;

  constructor() {
    super();
    this._isRemoving = false;
  }

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.store.people.all];
  }

  protected override render(): TemplateResult {
    const { messages, store } = this.app;
    const { person: say } = messages.people;
    const isNew = this.personId === 'new';
    const person = isNew ? createPerson({ name: '' }) : store.people.get(this.personId);
    const close = () => {
      this._note = undefined;
    };
    return html`
      <div class="stack" @noted=${this.#noted}>
        <p class="unprinted"><a href=${routeHash({ at: 'people' })}>${say.back}</a></p>
        ${
          // What was begun for one person must never be seen with another.
          keyed(
            this.personId,
            person === undefined ? html`<p class="card">${say.gone}</p>` : this.#person(person, isNew),
          )
        }
      </div>
      <undo-note .note=${this._note} undoLabel=${say.undo} closeLabel=${messages.app.close} @closed=${close}></undo-note>
    `;
  }

  #person(person: Person, isNew: boolean): TemplateResult {
    const { app } = this;
    const { messages } = app;
    const { person: say, remove } = messages.people;
    const created = ({ detail }: CustomEvent<Person>) => {
      location.hash = routeHash({ at: 'person', id: detail.id });
    };
    const ask = () => {
      this._isRemoving = true;
    };
    return html`
      <h1>${isNew ? say.new : person.name}</h1>
      <div class="columns">
        <div class="stack unprinted">
          <person-details .app=${app} .person=${person} ?isNew=${isNew} @created=${created}></person-details>
          ${isNew ? nothing : html`<person-consent .app=${app} .person=${person}></person-consent>`}
        </div>
        ${
          isNew
            ? nothing
            : html`
              <div class="stack">
                ${
                  person.consent?.face === true
                    ? html`<person-face class="unprinted" .app=${app} .person=${person}></person-face>`
                    : nothing
                }
                <person-secrets .app=${app} .person=${person}></person-secrets>
                <div class="unprinted"><button class="danger" @click=${ask}>${remove.one}</button></div>
              </div>
            `
        }
      </div>
      ${this._isRemoving ? this.#removal(person) : nothing}
    `;
  }

  #removal(person: Person): TemplateResult {
    const close = () => {
      this._isRemoving = false;
    };
    const removed = () => {
      location.hash = routeHash({ at: 'people' });
    };
    return html`
      <remove-people .app=${this.app} .people=${[person]} @closed=${close} @removed=${removed}></remove-people>
    `;
  }

  #noted({ detail }: CustomEvent<Note>): void {
    this._note = detail;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      h1 {
        overflow-wrap: anywhere;
      }

      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
        gap: 1rem;
        align-items: start;
      }

      @media print {
        .unprinted,
        h1 {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('person-view', PersonView);
