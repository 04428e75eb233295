import { html, nothing, type TemplateResult } from 'lit';
import { placeTimeAt } from '../../domain/place-time.ts';
import { saveFile } from '../parts/save-file.ts';
import '../parts/file-drop.ts';
import { SettingsSection } from './settings-section.ts';

/** All data as a file that only a passphrase opens, and back. */
class SettingsBackup extends SettingsSection {
  static override properties = {
    ...SettingsSection.properties,
    _error: { state: true },
    _file: { state: true },
    _told: { state: true },
    _isBusy: { state: true },
  };

  declare _error: string | undefined;
  declare _file: File | undefined;
  declare _told: readonly string[];
  declare _isBusy: boolean;

  constructor() {
    super();
    this._told = [];
    this._isBusy = false;
  }

  protected override render(): TemplateResult {
    const { backup: say } = this.app.messages.settings;
    return html`
      <section class="card stack" aria-labelledby="backup">
        <h2 id="backup">${say.title}</h2>
        <p class="fine">${say.help}</p>
        <form class="make" novalidate @submit=${this.#make}>
          <label>${say.passphrase}
            <input type="password" name="passphrase" autocomplete="new-password" required aria-describedby="backup-error"
              aria-invalid=${this._error === undefined ? 'false' : 'true'} />
          </label>
          <label>${say.again}<input type="password" name="again" autocomplete="new-password" required /></label>
          <span class="error" id="backup-error" role="alert">${this._error ?? nothing}</span>
          <div><button ?disabled=${this._isBusy}>${say.make}</button></div>
        </form>
        <h3>${say.restore}</h3>
        <p class="fine">${say.restoreHelp}</p>
        ${this.#restoreForm()}
        <div role="status">${this._isBusy ? say.busy : this._told.map((line) => html`<p>${line}</p>`)}</div>
      </section>
    `;
  }

  #restoreForm(): TemplateResult {
    const { app, settings } = this.app.messages;
    const { backup: say } = settings;
    const chosen = ({ detail: [file] }: CustomEvent<readonly File[]>) => {
      this._file = file;
    };
    return html`
      <form class="restore" novalidate @submit=${this.#restore}>
        <file-drop label=${say.file} button=${app.chooseFiles} help=${this._file?.name ?? ''} @files=${chosen}></file-drop>
        ${
          this._file === undefined
            ? nothing
            : html`
              <label>${say.passphrase}<input type="password" name="passphrase" autocomplete="off" required /></label>
              <div><button ?disabled=${this._isBusy}>${say.restore}</button></div>
            `
        }
      </form>
    `;
  }

  async #make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { backup: say } = this.app.messages.settings;
    const data = new FormData(form);
    const passphrase = String(data.get('passphrase'));
    this._error = findFault(passphrase, String(data.get('again')), say);
    if (this._error !== undefined) return;
    await this.#busily(async () => {
      const { store, now } = this.app;
      const file = await store.backup(passphrase);
      const { localDate } = placeTimeAt(now(), this.settings.zone);
      saveFile(`attendance-${localDate}.backup`, file, 'application/octet-stream');
      form.reset();
      return [say.made];
    });
  }

  async #restore(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const file = this._file;
    const passphrase = String(new FormData(event.currentTarget as HTMLFormElement).get('passphrase'));
    if (file === undefined) return;
    const { settings, people } = this.app.messages;
    const { backup: say } = settings;
    await this.#busily(async () => {
      const report = await this.app.store.restore(file, passphrase);
      this._file = undefined;
      return [
        say.restored(people.count(report.people), say.records(report.checkIns)),
        ...(report.erased > 0 ? [say.erased(report.erased)] : []),
      ];
    });
  }

  async #busily(act: () => Promise<readonly string[]>): Promise<void> {
    this._isBusy = true;
    this._told = [];
    await this.attempt(async () => {
      this._told = await act();
    });
    this._isBusy = false;
  }
}

const SHORTEST = 15;

function findFault(
  passphrase: string,
  again: string,
  say: { readonly tooShort: string; readonly differs: string },
): string | undefined {
  if ([...passphrase].length < SHORTEST) return say.tooShort;
  return passphrase === again ? undefined : say.differs;
}

customElements.define('settings-backup', SettingsBackup);
