import { html, nothing, type TemplateResult } from 'lit';
import type { JoinRequest } from '../../store/joining.ts';
import type { Live } from '../../store/live.ts';
import './code-exchange.ts';
import { SettingsSection } from './settings-section.ts';

/** Sharing with other kiosks: the server, and how the organisation's key gets from one kiosk to the other. */
class SettingsKiosks extends SettingsSection {
  static override properties = {
    ...SettingsSection.properties,
    _request: { state: true },
    _isAdmitting: { state: true },
    _answer: { state: true },
    _isBusy: { state: true },
    _server: { state: true },
  };

  /** Of this kiosk, which wants to join. */
  declare _request: JoinRequest | undefined;
  declare _isAdmitting: boolean;
  /** To another kiosk, which wants to join. */
  declare _answer: string | undefined;
  declare _isBusy: boolean;
  declare _server: string | undefined;

  constructor() {
    super();
    this._isAdmitting = this._isBusy = false;
  }

  protected override lives(): readonly Live<unknown>[] {
    return [...super.lives(), this.app.store.connection];
  }

  protected override willUpdate(): void {
    void this.app.store.serverUrl().then((url) => {
      this._server = url;
    });
  }

  protected override render(): TemplateResult {
    const { kiosks: say } = this.app.messages.settings;
    const { current } = this.app.store.connection;
    const state = current.state === 'connected' && current.waiting ? 'waiting' : current.state;
    return html`
      <section class="card stack" aria-labelledby="kiosks">
        <h2 id="kiosks">${say.title}</h2>
        <p class="fine">${say.help}</p>
        <p role="status" data-state=${state}>${say.states[state]}</p>
        ${current.state === 'alone' ? nothing : html`<p class="fine"><bdi>${this._server}</bdi></p>`}
        ${
          current.state === 'alone'
            ? this.#address()
            : html`<div><button @click=${() => this.attempt(() => this.app.store.disconnect())}>${say.disconnect}</button></div>`
        }
        ${this.#join()} ${this.#admit()}
      </section>
    `;
  }

  #address(): TemplateResult {
    const { kiosks: say } = this.app.messages.settings;
    return html`
      <form @submit=${this.#connect}>
        <label>${say.address}
          <input name="address" inputmode="url" autocomplete="off" spellcheck="false" dir="ltr" required />
          <span class="help">${say.addressHelp}</span>
        </label>
        <div class="row">
          <button ?disabled=${this._isBusy}>${say.connect}</button>
          <button type="button" class="create" ?disabled=${this._isBusy} @click=${this.#create}>${say.create}</button>
        </div>
      </form>
    `;
  }

  #join(): TemplateResult {
    const { kiosks: say } = this.app.messages.settings;
    const begin = async () => {
      this._request = await this.app.store.requestToJoin();
    };
    return html`
      <div class="stack">
        <h3>${say.join}</h3>
        ${
          this._request === undefined
            ? html`<div><button class="join" @click=${begin}>${say.join}</button></div>`
            : html`
              <p class="fine">${say.joinHelp}</p>
              <code-exchange class="joining" .app=${this.app} .code=${this._request.text} label=${say.answer} @taken=${this.#joined}></code-exchange>
            `
        }
      </div>
    `;
  }

  #admit(): TemplateResult {
    const { kiosks: say } = this.app.messages.settings;
    const begin = () => {
      this._isAdmitting = true;
    };
    return html`
      <div class="stack">
        <h3>${say.admit}</h3>
        ${
          this._isAdmitting
            ? html`
              <p class="fine">${this._answer === undefined ? say.admitHelp : say.admitted}</p>
              <code-exchange class="admitting" .app=${this.app} .code=${this._answer} label=${this._answer === undefined ? say.request : ''}
                @taken=${this.#admitted}></code-exchange>
            `
            : html`<div><button class="admit" @click=${begin}>${say.admit}</button></div>`
        }
      </div>
    `;
  }

  async #connect(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget as HTMLFormElement).get('address'));
    await this.#busily(() => this.app.store.connect(address));
  }

  async #create(): Promise<void> {
    const address = this.renderRoot.querySelector<HTMLInputElement>('[name=address]')?.value ?? '';
    const isMade = await this.#busily(() => this.app.store.createServerDatabase(address));
    if (isMade) this.note({ text: this.app.messages.settings.kiosks.created });
  }

  async #joined({ detail }: CustomEvent<string>): Promise<void> {
    const request = this._request;
    if (request === undefined) return;
    if (!(await this.#busily(() => this.app.store.join(request, detail)))) return;
    this._request = undefined;
    this.note({ text: this.app.messages.settings.kiosks.joined });
  }

  async #admitted({ detail }: CustomEvent<string>): Promise<void> {
    await this.#busily(async () => {
      this._answer = await this.app.store.admit(detail);
    });
  }

  async #busily(act: () => Promise<unknown>): Promise<boolean> {
    this._isBusy = true;
    const isDone = await this.attempt(act);
    this._isBusy = false;
    return isDone;
  }
}

customElements.define('settings-kiosks', SettingsKiosks);
