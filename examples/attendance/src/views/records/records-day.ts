import { html, nothing, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import { addDays, isLocalDate, type LocalDate } from '../../domain/place-time.ts';
import { countArrivals } from '../../domain/records/arrivals.ts';
import { type DayView, type PersonDay, viewDay } from '../../domain/records/day-view.ts';
import { listUnderDays } from '../../domain/records/working-days.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { sayDate, sayTime } from '../parts/dates.ts';
import { longList } from '../parts/long-list.ts';
import { recordLists } from './record-lists.ts';
import { WatchedLog } from './watched-log.ts';
import './arrivals-chart.ts';
import './day-sheet.ts';
import './person-day.ts';

/** Who came on a day, who is in, and who is missing. Tells `day` when another is chosen. */
class RecordsDay extends View {
  static override properties = {
    ...View.properties,
    day: { attribute: false },
    today: { attribute: false },
    _opened: { state: true },
    _isPrinting: { state: true },
  };

  declare day: LocalDate;
  declare today: LocalDate;
  declare _opened: PersonId | undefined;
  declare _isPrinting: boolean;
  readonly #log = new WatchedLog(this);

  constructor() {
    super();
    this._isPrinting = false;
  }

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.store.people.all, this.app.store.settings.current];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#beforePrint);
    addEventListener('afterprint', this.#afterPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#beforePrint);
    removeEventListener('afterprint', this.#afterPrint);
  }

  protected override render(): TemplateResult {
    const { store, messages } = this.app;
    const { records: say, language } = messages;
    // A shift may begin the day before, or end the day after.
    this.#log.show(store, addDays(this.day, -2), addDays(this.day, 2));
    const { part } = this.#log;
    const rules = store.settings.current.current;
    const view = viewDay(store.people.all.current, listUnderDays(part?.records ?? [], rules), this.day);
    if (this._isPrinting) return html`<day-sheet .app=${this.app} .view=${view}></day-sheet>`;
    return html`
      <div class="stack">
        ${this.#picker()}
        <h2 class="day">${sayDate(this.day, language, 'full')}</h2>
        <dl class="counts">
          ${this.#figure(say.arrived, view.arrived.length)} ${this.#figure(say.present, view.presentCount)}
          ${this.#figure(say.missing, view.missing.length)}
        </dl>
        ${part === undefined ? html`<p aria-busy="true">${messages.app.loading}</p>` : this.#lists(view)}
      </div>
      ${this.#dialog()}
    `;
  }

  #picker(): TemplateResult {
    const { records: say } = this.app.messages;
    const go = (day: LocalDate) =>
      this.dispatchEvent(new CustomEvent('day', { detail: day, bubbles: true, composed: true }));
    const chosen = ({ currentTarget }: Event) => {
      const { value } = currentTarget as HTMLInputElement;
      if (isLocalDate(value)) go(value);
    };
    return html`
      <div class="row">
        <button aria-label=${say.before} @click=${() => go(addDays(this.day, -1))}><span class="arrow">‹</span></button>
        <input type="date" aria-label=${say.day} .value=${this.day} @change=${chosen} />
        <button aria-label=${say.after} ?disabled=${this.day >= this.today} @click=${() => go(addDays(this.day, 1))}>
          <span class="arrow">›</span>
        </button>
        <button ?disabled=${this.day === this.today} @click=${() => go(this.today)}>${say.today}</button>
        <button @click=${() => print()}>${say.print}</button>
      </div>
    `;
  }

  #figure(label: string, count: number): TemplateResult {
    const digits = new Intl.NumberFormat(this.app.messages.language);
    return html`<div class="card"><dt>${label}</dt><dd>${digits.format(count)}</dd></div>`;
  }

  #lists(view: DayView): TemplateResult {
    const { records: say } = this.app.messages;
    const { arrived, missing } = view;
    const bins = countArrivals(arrived);
    return html`
      ${bins.length === 0 ? nothing : html`<arrivals-chart .app=${this.app} .bins=${bins}></arrivals-chart>`}
      <div class="columns">
        <section class="card list" aria-labelledby="arrived">
          <h2 id="arrived">${say.arrived}</h2>
          ${arrived.length === 0 ? html`<p class="fine">${say.nobodyCame}</p>` : this.#arrivedList(arrived)}
        </section>
        <section class="card list" aria-labelledby="missing">
          <h2 id="missing">${say.missing}</h2>
          ${missing.length === 0 ? html`<p class="fine">${say.nobodyMissing}</p>` : this.#missingList(missing)}
        </section>
      </div>
    `;
  }

  #arrivedList(arrived: readonly PersonDay[]): TemplateResult {
    return html`
      <div role="list" aria-labelledby="arrived">
        ${longList({
          items: arrived,
          key: ({ person }) => person,
          row: (day, i, count) => this.#arrived(day, i, count),
        })}
      </div>
    `;
  }

  #missingList(missing: readonly Person[]): TemplateResult {
    return html`
      <div role="list" aria-labelledby="missing">
        ${longList({
          items: missing,
          key: ({ id }) => id,
          row: (person, i, count) => this.#missing(person, i, count),
        })}
      </div>
    `;
  }

  #arrived({ person: id, firstIn, lastOut, records, now }: PersonDay, i: number, count: number): TemplateResult {
    const { messages, store } = this.app;
    const { records: say, language } = messages;
    const name = store.people.get(id)?.name ?? say.unknown;
    const time = (record: typeof firstIn) => (record === undefined ? '–' : sayTime(record.localTime, language));
    const isOff = records.some(({ clock }) => clock.state === 'off');
    const isCorrected = records.some(({ corrections }) => corrections.length > 0);
    return html`
      <div role="listitem" aria-setsize=${count} aria-posinset=${i + 1}>
        <button class="line" @click=${() => this.#open(id)}>
          <span class="name">${name}</span>
          <span class="times">${time(firstIn)}${now === 'in' ? nothing : html` – ${time(lastOut)}`}</span>
          ${
            isCorrected || isOff
              ? html`
                <span class="badges">
                  ${isCorrected ? html`<span class="badge">${say.corrected}</span>` : nothing}
                  ${isOff ? html`<span class="badge unsure">${say.clock.badge}</span>` : nothing}
                </span>
              `
              : nothing
          }
        </button>
      </div>
    `;
  }

  #missing({ id, name, group }: Person, i: number, count: number): TemplateResult {
    return html`
      <div role="listitem" aria-setsize=${count} aria-posinset=${i + 1}>
        <button class="line" @click=${() => this.#open(id)}>
          <span class="name">${name}</span><span class="times fine">${group}</span>
        </button>
      </div>
    `;
  }

  #dialog(): TemplateResult | typeof nothing {
    const id = this._opened;
    if (id === undefined) return nothing;
    const close = () => {
      this._opened = undefined;
    };
    const records = this.#log.part?.records ?? [];
    return html`
      <person-day .app=${this.app} .personId=${id} .day=${this.day} .records=${records} @closed=${close}></person-day>
    `;
  }

  #open(id: PersonId): void {
    this._opened = id;
  }

  /** A list that shows only what is in sight cannot be printed: the sheet has everybody. */
  readonly #beforePrint = () => {
    this._isPrinting = true;
    this.performUpdate();
  };

  readonly #afterPrint = () => {
    this._isPrinting = false;
  };

  static override styles = [controls, recordLists];
}

customElements.define('records-day', RecordsDay);
