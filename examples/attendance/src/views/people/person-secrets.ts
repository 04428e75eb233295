import { css, html, nothing, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { instantAt } from '../../domain/instant.ts';
import { issueCard } from '../../domain/secrets/card.ts';
import { hashPin, isPin } from '../../domain/secrets/pin.ts';
import { sayDay } from '../parts/dates.ts';
import { qrSvg } from '../parts/qr-svg.ts';
import { PersonSection } from './person-section.ts';

/** The ways without biometrics: a PIN and a card. */
class PersonSecrets extends PersonSection {
  static override properties = {
    ...PersonSection.properties,
    _isSettingPin: { state: true },
    _isBusy: { state: true },
    _pinError: { state: true },
    _card: { state: true },
  };

  declare _isSettingPin: boolean;
  declare _isBusy: boolean;
  declare _pinError: string | undefined;
  /** Text of the card that was issued just now. */
  declare _card: string | undefined;

  constructor() {
    super();
    this._isSettingPin = this._isBusy = false;
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">${this.#pin()} ${this.#cardSection()}</div>`;
  }

  #pin(): TemplateResult {
    const { pin: say } = this.app.messages.people;
    const { pin, number } = this.person;
    const begin = () => {
      this._isSettingPin = true;
    };
    return html`
      <section class="card stack" aria-labelledby="pin">
        <h2 id="pin">${say.title}</h2>
        <p>${pin === undefined ? say.none : say.set}</p>
        ${number === '' ? html`<p class="fine">${say.needsNumber}</p>` : nothing}
        ${
          this._isSettingPin
            ? this.#pinForm()
            : html`
              <div class="row">
                <button @click=${begin}>${pin === undefined ? say.save : say.renew}</button>
                ${pin === undefined ? nothing : html`<button class="danger" @click=${this.#removePin}>${say.remove}</button>`}
              </div>
            `
        }
      </section>
    `;
  }

  #pinForm(): TemplateResult {
    const { app, people } = this.app.messages;
    const { pin: say } = people;
    const cancel = () => {
      this._isSettingPin = false;
      this._pinError = undefined;
    };
    const draw = () => {
      const input = this.renderRoot.querySelector<HTMLInputElement>('[name=pin]');
      if (input !== null) input.value = drawPin();
    };
    return html`
      <form @submit=${this.#setPin}>
        <label>${say.label}
          <input name="pin" inputmode="numeric" autocomplete="off" maxlength="8" required
            aria-invalid=${this._pinError === undefined ? 'false' : 'true'} aria-describedby="pin-error" />
          <span class="error" id="pin-error">${this._pinError ?? nothing}</span>
        </label>
        <div class="row">
          <button class="primary" ?disabled=${this._isBusy}>${say.save}</button>
          <button type="button" @click=${draw}>${say.draw}</button>
          <button type="button" @click=${cancel}>${app.cancel}</button>
        </div>
      </form>
    `;
  }

  #cardSection(): TemplateResult {
    const { messages, store } = this.app;
    const { card: say } = messages.people;
    const { card } = this.person;
    const { zone } = store.settings.current.current;
    return html`
      <section class="card stack" aria-labelledby="card">
        <h2 id="card">${say.title}</h2>
        <p>${card === undefined ? say.none : say.issued(sayDay(card.issuedAt, zone, messages.language))}</p>
        ${this._card === undefined ? nothing : this.#issued(this._card)}
        ${card === undefined ? nothing : html`<p class="fine">${say.renewHelp}</p>`}
        <div class="row">
          <button @click=${this.#issue}>${card === undefined ? say.issue : say.renew}</button>
          ${card === undefined ? nothing : html`<button class="danger" @click=${this.#revoke}>${say.revoke}</button>`}
        </div>
      </section>
    `;
  }

  #issued(text: string): TemplateResult {
    const { card: say } = this.app.messages.people;
    const { name, number, group } = this.person;
    return html`
      <div class="printed">
        <div role="img" aria-label=${say.picture}>${unsafeSVG(qrSvg(text))}</div>
        <div>
          <p class="name">${name}</p>
          <p>${[number, group].filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      <p class="fine">${say.text}</p>
      <div><button class="primary" @click=${() => print()}>${say.print}</button></div>
    `;
  }

  async #setPin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { pin: say } = this.app.messages.people;
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('pin') ?? '').trim();
    this._pinError = isPin(typed) ? undefined : say.invalid;
    if (this._pinError !== undefined) return;
    this._isBusy = true;
    const pin = await hashPin(typed);
    if (await this.save({ ...this.person, pin }, say.saved, true)) this._isSettingPin = false;
    this._isBusy = false;
  }

  async #removePin(): Promise<void> {
    const { pin: _, ...person } = this.person;
    await this.save(person, this.app.messages.people.pin.removed, true);
  }

  async #issue(): Promise<void> {
    const { text, card } = await issueCard(instantAt(this.app.now()));
    const isSaved = await this.save({ ...this.person, card }, this.app.messages.people.person.saved);
    this._card = isSaved ? text : undefined;
  }

  async #revoke(): Promise<void> {
    const { card: _, ...person } = this.person;
    if (await this.save(person, this.app.messages.people.card.revoked, true)) this._card = undefined;
  }

  static override styles = [
    ...[PersonSection.styles].flat(),
    css`
      .printed {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem;
        align-items: center;
        max-inline-size: 24rem;
        padding: 1rem;
        border: 1px solid var(--edge);
        border-radius: var(--round-small);
        background: #fff;
        color: #000;
      }

      .printed svg {
        display: block;
        inline-size: 9rem;
        block-size: 9rem;
      }

      .name {
        font-size: 1.25rem;
        font-weight: 640;
        overflow-wrap: anywhere;
      }

      @media print {
        section:not(:has(.printed)),
        section > :not(.printed) {
          display: none !important;
        }

        .card {
          padding: 0;
          border: 0;
          box-shadow: none;
        }
      }
    `,
  ];
}

/** Six digits, each as likely as the others. */
function drawPin(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(drawn % 1_000_000).padStart(6, '0');
}

customElements.define('person-secrets', PersonSecrets);
