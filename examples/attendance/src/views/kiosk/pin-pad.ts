import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { KioskMessages } from '../../messages/kiosk-messages.ts';
import { controls } from '../../styles/controls.ts';

/** What was typed. */
export class PinGivenEvent extends Event {
  constructor(
    readonly number: string,
    readonly pin: string,
  ) {
    super('pin-given');
  }
}

type Field = 'number' | 'pin';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Number and PIN, by fingers or by a keyboard. Fires `pin-given`. */
export class PinPad extends LitElement {
  static override properties = {
    words: { attribute: false },
    problem: { attribute: false },
    busy: { type: Boolean },
    _active: { state: true },
  };

  declare words: KioskMessages['pin'];
  declare problem: 'refused' | 'paused' | undefined;
  declare busy: boolean;
  declare _active: Field;

  constructor() {
    super();
    this._active = 'number';
  }

  protected override firstUpdated(): void {
    this.#input('number').focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('problem') || this.problem === undefined) return;
    const pin = this.#input('pin');
    pin.value = '';
    pin.focus();
  }

  protected override render(): TemplateResult {
    const { words, problem, busy } = this;
    return html`
      <form @submit=${this.#submit} aria-busy=${busy}>
        <div class="fields">
          ${this.#field('number', words.number, 'text')} ${this.#field('pin', words.pin, 'password')}
        </div>
        <p class="error" role="alert">${problem === undefined ? nothing : words[problem]}</p>
        <div class="keys" dir="ltr">
          ${DIGITS.map((digit) => this.#key(digit))}
          <button type="button" class="erase" aria-label=${words.erase} @pointerdown=${keepFocus} @click=${this.#erase}>⌫</button>
          ${this.#key('0')}
          <button type="submit" class="primary" ?disabled=${busy} @pointerdown=${keepFocus}>
            ${busy ? words.checking : words.submit}
          </button>
        </div>
      </form>
    `;
  }

  #field(name: Field, label: string, type: 'text' | 'password'): TemplateResult {
    return html`<label>${label}
      <input name=${name} type=${type} inputmode="numeric" autocomplete="off" autocapitalize="off" spellcheck="false"
        maxlength=${name === 'pin' ? 8 : 40} required @focus=${() => {
          this._active = name;
        }} />
    </label>`;
  }

  #key(digit: string): TemplateResult {
    return html`<button type="button" @pointerdown=${keepFocus} @click=${() => this.#type(digit)}>${digit}</button>`;
  }

  #type(digit: string): void {
    const input = this.#input(this._active);
    if (input.value.length < input.maxLength) input.value += digit;
  }

  #erase(): void {
    const input = this.#input(this._active);
    input.value = input.value.slice(0, -1);
  }

  /** From the number on to the PIN, and from there away. */
  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const [number, pin] = [this.#input('number'), this.#input('pin')];
    if (this.busy) return;
    if (pin.value === '') pin.focus();
    else if (number.value === '') number.focus();
    else this.dispatchEvent(new PinGivenEvent(number.value, pin.value));
  }

  #input(name: Field): HTMLInputElement {
    return this.renderRoot.querySelector(`input[name=${name}]`) as HTMLInputElement;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        inline-size: 100%;
        max-inline-size: 30rem;
      }

      form,
      .fields {
        display: grid;
        gap: 0.75rem;
      }

      .fields {
        grid-template-columns: 1fr 1fr;
      }

      input:not([type='checkbox']) {
        min-block-size: 3.25rem;
        font-size: 1.5rem;
        letter-spacing: 0.05em;
      }

      .error {
        min-block-size: 1.5em;
        font-size: 1rem;
      }

      .keys {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 0.625rem;
      }

      .keys button {
        min-inline-size: 0;
        min-block-size: clamp(3rem, 8.5dvh, 5rem);
        padding: 0.25rem;
        font-size: clamp(1.375rem, 3.5dvh, 2rem);
        touch-action: manipulation;
      }

      .keys .primary {
        font-size: 1.125rem;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

/** A key that is touched does not take the field's focus. */
function keepFocus(event: PointerEvent): void {
  event.preventDefault();
}

customElements.define('pin-pad', PinPad);
