import { html, nothing, type TemplateResult } from 'lit';
import { addDays, placeTimeAt } from '../../domain/place-time.ts';
import { keptSince } from '../../domain/records/retention.ts';
import '../parts/app-dialog.ts';
import { SettingsSection } from './settings-section.ts';

/** What was chosen and would remove records at once. */
interface Asked {
  readonly retentionDays: number;
  readonly count: number;
}

/** How long records are kept. What would remove any is asked first. */
class SettingsRetention extends SettingsSection {
  static override properties = { ...SettingsSection.properties, _asked: { state: true } };

  declare _asked: Asked | undefined;

  protected override render(): TemplateResult {
    const { retention: say } = this.app.messages.settings;
    const { retentionDays } = this.settings;
    const days = [...new Set([...CHOICES, retentionDays])].sort((a, b) => (a || Infinity) - (b || Infinity));
    return html`
      <section class="card stack" aria-labelledby="retention">
        <h2 id="retention">${say.title}</h2>
        <label>${say.label}
          <select name="retention" @change=${this.#chosen}>
            ${days.map(
              (count) =>
                html`<option value=${count} .selected=${count === retentionDays}>${count === 0 ? say.forever : say.days(count)}</option>`,
            )}
          </select>
          <span class="help">${say.help}</span>
        </label>
      </section>
      ${this._asked === undefined ? nothing : this.#dialog(this._asked)}
    `;
  }

  #dialog(asked: Asked): TemplateResult {
    const { app, settings } = this.app.messages;
    const { retention: say } = settings;
    return html`
      <app-dialog heading=${say.ask} @closed=${this.#close}>
        <p>${say.askText(asked.count)}</p>
        <div class="row">
          <button class="danger" @click=${() => this.#apply(asked.retentionDays)}>${say.yes}</button>
          <button @click=${this.#close}>${app.cancel}</button>
        </div>
      </app-dialog>
    `;
  }

  async #chosen({ currentTarget }: Event): Promise<void> {
    const { store, now } = this.app;
    const retentionDays = Number((currentTarget as HTMLSelectElement).value);
    const kept = keptSince(placeTimeAt(now(), this.settings.zone).localDate, { retentionDays });
    const old = kept === undefined ? undefined : await store.log.between('', addDays(kept, -1));
    const count = (old?.checkIns.length ?? 0) + (old?.corrections.length ?? 0);
    if (count > 0) this._asked = { retentionDays, count };
    else await this.change({ retentionDays });
  }

  async #apply(retentionDays: number): Promise<void> {
    this._asked = undefined;
    const { store, messages } = this.app;
    const isDone = await this.attempt(async () => {
      await store.settings.save({ ...this.settings, retentionDays });
      await store.audit.add('settings-changed');
      await store.eraseExpired();
    });
    if (isDone) this.note({ text: messages.settings.saved });
  }

  #close(): void {
    this._asked = undefined;
    const select = this.renderRoot.querySelector('select');
    if (select !== null) select.value = String(this.settings.retentionDays);
  }
}

const CHOICES = [7, 30, 90, 180, 365, 730, 0];

customElements.define('settings-retention', SettingsRetention);
