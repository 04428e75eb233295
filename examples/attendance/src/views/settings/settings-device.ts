import '@face-verify/element';
import { html, nothing, type TemplateResult } from 'lit';
import type { Live } from '../../store/live.ts';
import { SettingsSection } from './settings-section.ts';

/** What belongs to this device: its camera and its storage. */
class SettingsDevice extends SettingsSection {
  static override properties = { ...SettingsSection.properties, _showsCamera: { state: true } };

  declare _showsCamera: boolean;

  constructor() {
    super();
    this._showsCamera = false;
  }

  protected override lives(): readonly Live<unknown>[] {
    return [...super.lives(), this.app.store.storage, this.app.faces.state];
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">${this.#camera()} ${this.#storage()}</div>`;
  }

  #camera(): TemplateResult {
    const { messages, faces } = this.app;
    const { camera: say } = messages.settings;
    const seen = faces.state.current;
    const show = () => {
      this._showsCamera = true;
    };
    return html`
      <section class="card stack" aria-labelledby="camera">
        <h2 id="camera">${say.title}</h2>
        <p class="fine">${say.help}</p>
        ${
          this._showsCamera && seen.state === 'ready'
            ? html`
              <face-verify mode="capture" .verifier=${seen.verifier} locale=${messages.language}>
                <p slot="idle">${say.start}</p>
              </face-verify>
            `
            : html`<div><button class="camera" ?disabled=${seen.state !== 'ready'} @click=${show}>${say.choose}</button></div>`
        }
      </section>
    `;
  }

  #storage(): TemplateResult {
    const { messages, store } = this.app;
    const { storage: say } = messages.settings;
    const { state, persistent, usedBytes, quotaBytes } = store.storage.current;
    const size = (bytes: number) =>
      new Intl.NumberFormat(messages.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }).format(
        bytes / 2 ** 20,
      );
    return html`
      <section class="card stack" aria-labelledby="storage">
        <h2 id="storage">${say.title}</h2>
        <p class=${state === 'full' || state === 'failed' ? 'error' : ''}>${say.states[state]}</p>
        ${
          usedBytes === undefined || quotaBytes === undefined
            ? nothing
            : html`<p class="fine">${say.used(size(usedBytes), size(quotaBytes))}</p>`
        }
        <p class="fine">${persistent ? say.persistent : say.notPersistent}</p>
      </section>
    `;
  }
}

customElements.define('settings-device', SettingsDevice);
