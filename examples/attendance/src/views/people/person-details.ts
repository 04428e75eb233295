import { html, nothing, type TemplateResult } from 'lit';
import { createPerson, type Person, tidyField } from '../../domain/person.ts';
import { groupsOf } from './filter-people.ts';
import { PersonSection } from './person-section.ts';

/** Name, number, group, and whether the person is expected. Of somebody new it tells `created`. */
class PersonDetails extends PersonSection {
  static override properties = { ...PersonSection.properties, isNew: { type: Boolean }, _errors: { state: true } };

  declare isNew: boolean;
  declare _errors: { readonly name?: string; readonly number?: string };

  constructor() {
    super();
    this.isNew = false;
    this._errors = {};
  }

  protected override render(): TemplateResult {
    const { messages, store } = this.app;
    const { person: say } = messages.people;
    const { name, number, group, active } = this.person;
    const { name: nameError, number: numberError } = this._errors;
    return html`
      <form class="card" novalidate @submit=${this.#submitted}>
        <h2>${say.details}</h2>
        <label>${say.name}
          <input name="name" autocomplete="off" maxlength="200" required .value=${name}
            aria-invalid=${nameError === undefined ? 'false' : 'true'} aria-describedby="name-error" />
          <span class="error" id="name-error">${nameError ?? nothing}</span>
        </label>
        <label>${say.number}
          <input name="number" autocomplete="off" maxlength="200" .value=${number}
            aria-invalid=${numberError === undefined ? 'false' : 'true'} aria-describedby="number-help number-error" />
          <span class="help" id="number-help">${say.numberHelp}</span>
          <span class="error" id="number-error">${numberError ?? nothing}</span>
        </label>
        <label>${say.group}
          <input name="group" autocomplete="off" maxlength="200" list="groups" .value=${group} aria-describedby="group-help" />
          <span class="help" id="group-help">${say.groupHelp}</span>
        </label>
        <datalist id="groups">${groupsOf(store.people.all.current).map((known) => html`<option value=${known}></option>`)}</datalist>
        <label class="check">
          <input type="checkbox" name="active" .checked=${active} />
          <span>${say.active} <span class="help">${say.activeHelp}</span></span>
        </label>
        <div><button class="primary">${messages.app.save}</button></div>
      </form>
    `;
  }

  async #submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const read = (field: string) => tidyField(String(data.get(field) ?? ''));
    const typed = { name: read('name'), number: read('number'), group: read('group'), active: data.has('active') };
    this._errors = this.#findErrors(typed);
    await this.updateComplete;
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong !== null) {
      wrong.focus();
      return;
    }
    const person: Person = this.isNew ? createPerson(typed) : { ...this.person, ...typed };
    const isSaved = await this.save(person, this.app.messages.people.person.saved, !this.isNew);
    if (isSaved && this.isNew) this.dispatchEvent(new CustomEvent<Person>('created', { detail: person }));
  }

  #findErrors({ name, number }: Pick<Person, 'name' | 'number'>): PersonDetails['_errors'] {
    const { person: say } = this.app.messages.people;
    const owner = this.app.store.people.all.current.find(
      (other) => number !== '' && other.number === number && other.id !== this.person.id,
    );
    return {
      ...(name === '' && { name: say.nameMissing }),
      ...(owner !== undefined && { number: say.numberTaken(owner.name) }),
    };
  }
}

customElements.define('person-details', PersonDetails);
