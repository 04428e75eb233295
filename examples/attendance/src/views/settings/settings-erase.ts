import { html, nothing, type TemplateResult } from 'lit';
import type { Live } from '../../store/live.ts';
import '../parts/app-dialog.ts';
import { SettingsSection } from './settings-section.ts';

/** Erases everything, here or everywhere, once the word was typed. */
class SettingsErase extends SettingsSection {
  static override properties = {
    ...SettingsSection.properties,
    _asked: { state: true },
    _typed: { state: true },
    _isBusy: { state: true },
  };

  declare _asked: 'here' | 'everywhere' | undefined;
  declare _typed: string;
  declare _isBusy: boolean;

  constructor() {
    super();
    this._typed = '';
    this._isBusy = false;
  }

  protected override lives(): readonly Live<unknown>[] {
    return [...super.lives(), this.app.store.connection];
  }

  protected override render(): TemplateResult {
    const { erase: say } = this.app.messages.settings;
    const { state } = this.app.store.connection.current;
    return html`
      <section class="card stack" aria-labelledby="erase">
        <h2 id="erase">${say.title}</h2>
        <div class="stack">
          <p class="fine">${say.hereText}</p>
          <div><button class="danger here" @click=${() => this.#ask('here')}>${say.here}</button></div>
        </div>
        ${
          state === 'alone'
            ? nothing
            : html`
              <p class="fine">${say.everywhereText} ${say.needsServer}</p>
              <div>
                <button class="danger everywhere" ?disabled=${state !== 'connected'} @click=${() => this.#ask('everywhere')}>
                  ${say.everywhere}
                </button>
              </div>
            `
        }
      </section>
      ${this._asked === undefined ? nothing : this.#dialog(this._asked)}
    `;
  }

  #dialog(where: 'here' | 'everywhere'): TemplateResult {
    const { app, settings } = this.app.messages;
    const { erase: say } = settings;
    const isSure = this._typed.trim().toLowerCase() === say.word.toLowerCase();
    const close = () => {
      this._asked = undefined;
    };
    const typed = ({ currentTarget }: Event) => {
      this._typed = (currentTarget as HTMLInputElement).value;
    };
    return html`
      <app-dialog heading=${say[where]} @closed=${close}>
        <p>${where === 'here' ? say.hereText : say.everywhereText}</p>
        <p>${say.final}</p>
        <label>${say.typed(say.word)}
          <input autocomplete="off" autocapitalize="off" .value=${this._typed} @input=${typed} />
        </label>
        <div class="row">
          <button class="danger" ?disabled=${!isSure || this._isBusy} @click=${() => this.#erase(where)}>${say.yes}</button>
          <button @click=${close}>${app.cancel}</button>
        </div>
      </app-dialog>
    `;
  }

  #ask(where: 'here' | 'everywhere'): void {
    this._typed = '';
    this._asked = where;
  }

  async #erase(where: 'here' | 'everywhere'): Promise<void> {
    this._isBusy = true;
    const isDone = await this.attempt(() => this.app.store.eraseEverything({ everywhere: where === 'everywhere' }));
    this._isBusy = false;
    this._asked = undefined;
    // The data are closed: the page begins anew, as on a new device.
    if (isDone) location.reload();
  }
}

customElements.define('settings-erase', SettingsErase);
