import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import { hoursBetween } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import { addDays, type LocalDate } from '../../domain/place-time.ts';
import { countArrivals } from '../../domain/records/arrivals.ts';
import { type PersonDay, personDays } from '../../domain/records/day-view.ts';
import { listUnderDays } from '../../domain/records/working-days.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { sayDate, sayTime } from '../parts/dates.ts';
import { longList } from '../parts/long-list.ts';
import { type Period, periodFields } from './period-fields.ts';
import { recordLists } from './record-lists.ts';
import { WatchedLog } from './watched-log.ts';
import './arrivals-chart.ts';
import './person-day.ts';
import './person-picker.ts';

/** The days of one person. */
class RecordsHistory extends View {
  static override properties = {
    ...View.properties,
    personId: { attribute: false },
    today: { attribute: false },
    _period: { state: true },
    _opened: { state: true },
  };

  /** Undefined while nobody was chosen. */
  declare personId: PersonId | undefined;
  declare today: LocalDate;
  declare _period: Period | undefined;
  declare _opened: LocalDate | undefined;
  readonly #log = new WatchedLog(this);

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.store.people.all, this.app.store.settings.current];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('today')) this._period ??= { from: addDays(this.today, -30), to: this.today };
  }

  protected override render(): TemplateResult {
    const { store, messages } = this.app;
    const { records: say } = messages;
    const id = this.personId;
    if (id === undefined) {
      const picked = ({ detail }: CustomEvent<PersonId>) => {
        this.personId = detail;
      };
      return html`<section class="card"><person-picker .app=${this.app} @picked=${picked}></person-picker></section>`;
    }
    const period = this._period ?? { from: this.today, to: this.today };
    this.#log.show(store, addDays(period.from, -2), addDays(period.to, 2));
    const own = (this.#log.part?.records ?? []).filter(({ person }) => person === id);
    const days = personDays(listUnderDays(own, store.settings.current.current)).filter(
      ({ day }) => period.from <= day && day <= period.to,
    );
    const again = () => {
      this.personId = undefined;
    };
    const change = (chosen: Period) => {
      this._period = chosen;
    };
    const bins = countArrivals(days);
    return html`
      <div class="stack">
        <div class="row spread">
          <h2 class="day">${store.people.get(id)?.name ?? say.unknown}</h2>
          <button @click=${again}>${say.person.other}</button>
        </div>
        <div class="row">${periodFields(period, say, change)}</div>
        <p>${this.#totals(days)}</p>
        ${bins.length === 0 ? nothing : html`<arrivals-chart .app=${this.app} .bins=${bins}></arrivals-chart>`}
        ${this.#log.part !== undefined && days.length === 0 ? html`<p class="card">${say.nothing}</p>` : this.#days(days)}
      </div>
      ${this.#dialog(id)}
    `;
  }

  #totals(days: readonly PersonDay[]): string {
    const { person: say } = this.app.messages.records;
    const hours = days.reduce((sum, { firstIn, lastOut, now }) => {
      return firstIn === undefined || lastOut === undefined || now === 'in'
        ? sum
        : sum + Math.max(0, hoursBetween(firstIn.instant, lastOut.instant));
    }, 0);
    return [say.days(days.length), ...(hours > 0 ? [say.hours(Math.round(hours * 10) / 10)] : [])].join(' · ');
  }

  #days(days: readonly PersonDay[]): TemplateResult {
    const newest = days.toReversed();
    return html`
      <section class="card list">
        <div role="list">
          ${longList({
            items: newest,
            key: ({ day }) => day,
            row: (day, i, count) => this.#day(day, i, count),
          })}
        </div>
      </section>
    `;
  }

  #day({ day, firstIn, lastOut, now, records }: PersonDay, i: number, count: number): TemplateResult {
    const { records: say, language } = this.app.messages;
    const time = (record: typeof firstIn) => (record === undefined ? '–' : sayTime(record.localTime, language));
    const open = () => {
      this._opened = day;
    };
    return html`
      <div role="listitem" aria-setsize=${count} aria-posinset=${i + 1}>
        <button class="line" @click=${open}>
          <span class="name">${sayDate(day, language)}</span>
          <span class="times">${time(firstIn)} – ${now === 'in' ? say.stillIn : time(lastOut)}</span>
          ${
            records.some(({ corrections }) => corrections.length > 0)
              ? html`<span class="badges"><span class="badge">${say.corrected}</span></span>`
              : nothing
          }
        </button>
      </div>
    `;
  }

  #dialog(id: PersonId): TemplateResult | typeof nothing {
    const day = this._opened;
    if (day === undefined) return nothing;
    const close = () => {
      this._opened = undefined;
    };
    const records = this.#log.part?.records ?? [];
    return html`
      <person-day .app=${this.app} .personId=${id} .day=${day} .records=${records} @closed=${close}></person-day>
    `;
  }

  static override styles = [controls, recordLists];
}

customElements.define('records-history', RecordsHistory);
