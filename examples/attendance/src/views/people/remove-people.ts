import { html, nothing, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { Person } from '../../domain/person.ts';
import { controls } from '../../styles/controls.ts';
import { tellFailure } from '../parts/tell-failure.ts';
import '../parts/app-dialog.ts';

/** Asks before people are erased, and what becomes of their records. Tells `removed` or `closed`. */
class RemovePeople extends View {
  static override properties = {
    ...View.properties,
    people: { attribute: false },
    _records: { state: true },
    _typed: { state: true },
    _isBusy: { state: true },
    _failure: { state: true },
  };

  declare people: readonly Person[];
  declare _records: 'keep' | 'remove';
  declare _typed: string;
  declare _isBusy: boolean;
  declare _failure: string | undefined;

  constructor() {
    super();
    this.people = [];
    this._records = 'keep';
    this._typed = '';
    this._isBusy = false;
  }

  protected override render(): TemplateResult {
    const { messages } = this.app;
    const { remove: say, count } = messages.people;
    const [first] = this.people;
    const one = this.people.length === 1 && first !== undefined ? first : undefined;
    const isSure = one !== undefined || this._typed.trim().toLowerCase() === say.word.toLowerCase();
    const close = () => this.dispatchEvent(new CustomEvent('closed'));
    const heading = one === undefined ? say.askAll(count(this.people.length)) : say.askOne(one.name);
    return html`
      <app-dialog heading=${heading} @closed=${close}>
        <p>${say.text}</p>
        ${one?.active === true ? html`<p class="fine">${say.inactive}</p>` : nothing}
        <fieldset class="choices">
          <legend class="unseen">${messages.app.places.records}</legend>
          ${this.#choice('keep', say.keep)} ${this.#choice('remove', say.drop)}
        </fieldset>
        ${
          one === undefined
            ? html`
              <label>${say.typed(say.word)}
                <input autocomplete="off" autocapitalize="off" .value=${this._typed} @input=${this.#typed} />
              </label>
            `
            : nothing
        }
        ${this._failure === undefined ? nothing : html`<p class="error" role="alert">${this._failure}</p>`}
        <div class="row">
          <button class="danger" ?disabled=${!isSure || this._isBusy} @click=${this.#remove}>${say.yes}</button>
          <button @click=${close}>${messages.app.cancel}</button>
        </div>
      </app-dialog>
    `;
  }

  #choice(value: 'keep' | 'remove', label: string): TemplateResult {
    const choose = () => {
      this._records = value;
    };
    return html`
      <label class="check">
        <input type="radio" name="records" .checked=${this._records === value} @change=${choose} /><span>${label}</span>
      </label>
    `;
  }

  #typed({ currentTarget }: Event): void {
    this._typed = (currentTarget as HTMLInputElement).value;
  }

  async #remove(): Promise<void> {
    this._isBusy = true;
    try {
      await this.app.store.erase(
        this.people.map(({ id }) => id),
        { records: this._records },
      );
      this.dispatchEvent(new CustomEvent('removed'));
    } catch (error) {
      this._failure = tellFailure(error, this.app.messages);
    } finally {
      this._isBusy = false;
    }
  }

  static override styles = controls;
}

customElements.define('remove-people', RemovePeople);
