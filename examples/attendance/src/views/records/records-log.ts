import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { AttendanceRecord } from '../../domain/correction.ts';
import { addDays, type LocalDate } from '../../domain/place-time.ts';
import { listUnderDays } from '../../domain/records/working-days.ts';
import { controls } from '../../styles/controls.ts';
import { sayDate, sayTime } from '../parts/dates.ts';
import { longList } from '../parts/long-list.ts';
import { EVERYBODY, filterPeople } from '../people/filter-people.ts';
import { type Period, periodFields } from './period-fields.ts';
import { recordLists } from './record-lists.ts';
import { WatchedLog } from './watched-log.ts';
import './person-day.ts';

/** The log as it was written, the latest first, with what was corrected. */
class RecordsLog extends View {
  static override properties = {
    ...View.properties,
    today: { attribute: false },
    _period: { state: true },
    _text: { state: true },
    _opened: { state: true },
  };

  declare today: LocalDate;
  declare _period: Period | undefined;
  declare _text: string;
  declare _opened: AttendanceRecord | undefined;
  readonly #log = new WatchedLog(this);

  constructor() {
    super();
    this._text = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('today')) this._period ??= { from: addDays(this.today, -30), to: this.today };
  }

  protected override render(): TemplateResult {
    const { store, messages } = this.app;
    const { records: say, people } = messages;
    const period = this._period ?? { from: this.today, to: this.today };
    this.#log.show(store, period.from, period.to);
    const { part } = this.#log;
    const shown = this.#shown(part?.records ?? []);
    const change = (chosen: Period) => {
      this._period = chosen;
    };
    const typed = ({ currentTarget }: Event) => {
      this._text = (currentTarget as HTMLInputElement).value;
    };
    return html`
      <div class="stack">
        <div class="row">
          <label>${people.search}<input type="search" autocomplete="off" .value=${this._text} @input=${typed} /></label>
          ${periodFields(period, say, change)}
        </div>
        <p class="fine" role="status">${part === undefined ? messages.app.loading : say.entries(shown.length)}</p>
        ${shown.length === 0 && part !== undefined ? html`<p class="card">${say.nothing}</p>` : this.#list(shown)}
      </div>
      ${this.#dialog(part?.records ?? [])}
    `;
  }

  #shown(records: readonly AttendanceRecord[]): readonly AttendanceRecord[] {
    const newest = records.toReversed();
    if (this._text.trim() === '') return newest;
    const filter = { ...EVERYBODY, text: this._text };
    const found = new Set(filterPeople(this.app.store.people.all.current, filter, undefined).map(({ id }) => id));
    return newest.filter(({ person }) => found.has(person));
  }

  #list(shown: readonly AttendanceRecord[]): TemplateResult {
    return html`
      <section class="card list">
        <div role="list">
          ${longList({
            items: shown,
            key: ({ id }) => id,
            row: (record, i, count) => this.#line(record, i, count),
          })}
        </div>
      </section>
    `;
  }

  #line(record: AttendanceRecord, i: number, count: number): TemplateResult {
    const { store, messages } = this.app;
    const { records: say, language } = messages;
    const { person, localDate, localTime, direction, how, struck, corrections, clock } = record;
    const open = () => {
      this._opened = record;
    };
    return html`
      <div role="listitem" aria-setsize=${count} aria-posinset=${i + 1}>
        <button class="line" @click=${open}>
          <span class="name ${struck ? 'struck' : ''}">${store.people.get(person)?.name ?? say.unknown}</span>
          <span class="times ${struck ? 'struck' : ''}">${sayDate(localDate, language)}, ${sayTime(localTime, language)}</span>
          <span class="badges">
            <span class="fine">${say.directions[direction]}, ${say.how[how]}</span>
            ${corrections.length > 0 ? html`<span class="badge">${say.corrected}</span>` : nothing}
            ${struck ? html`<span class="badge bad">${say.struck}</span>` : nothing}
            ${clock.state === 'off' ? html`<span class="badge unsure">${say.clock.badge}</span>` : nothing}
          </span>
        </button>
      </div>
    `;
  }

  #dialog(records: readonly AttendanceRecord[]): TemplateResult | typeof nothing {
    const opened = this._opened;
    if (opened === undefined) return nothing;
    const close = () => {
      this._opened = undefined;
    };
    const own = records.filter(({ person }) => person === opened.person);
    const dated = listUnderDays(own, this.app.store.settings.current.current);
    const day = dated.find(({ id }) => id === opened.id)?.day ?? opened.localDate;
    return html`
      <person-day .app=${this.app} .personId=${opened.person} .day=${day} .records=${records} @closed=${close}></person-day>
    `;
  }

  static override styles = [controls, recordLists];
}

customElements.define('records-log', RecordsLog);
