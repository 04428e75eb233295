import { html, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { AuditEntry } from '../../store/documents.ts';
import { controls } from '../../styles/controls.ts';
import { sayDate, sayTime } from '../parts/dates.ts';
import { longList } from '../parts/long-list.ts';
import { recordLists } from './record-lists.ts';

/** What was done with the data beside check-ins, the latest first. */
class RecordsAudit extends View {
  static override properties = { ...View.properties, _entries: { state: true } };

  declare _entries: readonly AuditEntry[] | undefined;

  protected override firstUpdated(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this._entries = (await this.app.store.audit.all()).toReversed();
  }

  protected override render(): TemplateResult {
    const { audit: say } = this.app.messages.records;
    const entries = this._entries;
    if (entries === undefined) return html`<p aria-busy="true">${this.app.messages.app.loading}</p>`;
    return html`
      <div class="stack">
        <p class="fine">${say.help}</p>
        ${entries.length === 0 ? html`<p class="card">${say.none}</p>` : this.#list(entries)}
      </div>
    `;
  }

  #list(entries: readonly AuditEntry[]): TemplateResult {
    return html`
      <section class="card list">
        <div role="list">
          ${longList({
            items: entries,
            key: ({ id }) => id,
            row: (entry, i, count) => this.#line(entry, i, count),
          })}
        </div>
      </section>
    `;
  }

  #line({ action, count, kiosk, localDate, localTime, person }: AuditEntry, i: number, all: number): TemplateResult {
    const { store, messages } = this.app;
    const { records, language } = messages;
    const { audit: say } = records;
    const about = person === undefined ? undefined : store.people.get(person)?.name;
    const number = count > 1 ? new Intl.NumberFormat(language).format(count) : undefined;
    const where = kiosk === store.kiosk ? say.thisKiosk : say.kiosk(kiosk.slice(0, 8));
    return html`
      <div role="listitem" class="line" aria-setsize=${all} aria-posinset=${i + 1}>
        <span class="name">${[say.actions[action], about, number].filter(Boolean).join(' · ')}</span>
        <span class="times">${sayDate(localDate, language)}, ${sayTime(localTime, language)}</span>
        <span class="badges fine">${where}</span>
      </div>
    `;
  }

  static override styles = [controls, recordLists];
}

customElements.define('records-audit', RecordsAudit);
