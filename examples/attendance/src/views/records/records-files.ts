import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import { writeAttendanceJson } from '../../domain/attendance-json.ts';
import { writeRecordsCsv } from '../../domain/csv/records-csv.ts';
import type { Delimiter } from '../../domain/csv/write-csv.ts';
import { addDays, type LocalDate } from '../../domain/place-time.ts';
import { type FilePlan, planFileImport } from '../../people/plan-file-import.ts';
import { controls } from '../../styles/controls.ts';
import { CSV, JSON_FILE, saveFile } from '../parts/save-file.ts';
import { tellFailure } from '../parts/tell-failure.ts';
import { type Period, periodFields } from './period-fields.ts';
import '../parts/file-drop.ts';

type Planned = Extract<FilePlan, { outcome: 'planned' }>;

/** Records out as files, and in again. */
class RecordsFiles extends View {
  static override properties = {
    ...View.properties,
    today: { attribute: false },
    _isAll: { state: true },
    _period: { state: true },
    _delimiter: { state: true },
    _plan: { state: true },
    _isBusy: { state: true },
    _told: { state: true },
  };

  declare today: LocalDate;
  declare _isAll: boolean;
  declare _period: Period | undefined;
  declare _delimiter: Delimiter;
  declare _plan: FilePlan | undefined;
  declare _isBusy: boolean;
  declare _told: string | undefined;

  constructor() {
    super();
    this._isAll = true;
    this._isBusy = false;
    this._delimiter = ',';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('today')) this._period ??= { from: addDays(this.today, -30), to: this.today };
  }

  protected override render(): TemplateResult {
    return html`<div class="columns">${this.#out()} ${this.#in()}</div>`;
  }

  #out(): TemplateResult {
    const { records } = this.app.messages;
    const { files: say } = records;
    const period = this._period ?? { from: this.today, to: this.today };
    const which = (isAll: boolean) => () => {
      this._isAll = isAll;
    };
    const change = (chosen: Period) => {
      this._period = chosen;
    };
    const separated = ({ currentTarget }: Event) => {
      this._delimiter = (currentTarget as HTMLSelectElement).value === ';' ? ';' : ',';
    };
    return html`
      <section class="card stack" aria-labelledby="out">
        <h2 id="out">${say.out}</h2>
        <fieldset class="stack">
          <legend>${say.period}</legend>
          <label class="check"><input type="radio" name="which" .checked=${this._isAll} @change=${which(true)} /><span>${say.all}</span></label>
          <label class="check"><input type="radio" name="which" .checked=${!this._isAll} @change=${which(false)} /><span>${say.some}</span></label>
          ${this._isAll ? nothing : html`<div class="row">${periodFields(period, records, change)}</div>`}
        </fieldset>
        <label>${say.separator}
          <select @change=${separated}><option value=",">${say.comma}</option><option value=";">${say.semicolon}</option></select>
        </label>
        <div><button class="csv" @click=${() => this.#export('csv')}>${say.csv}</button><p class="fine">${say.csvHelp}</p></div>
        <div><button class="json" @click=${() => this.#export('json')}>${say.json}</button><p class="fine">${say.jsonHelp}</p></div>
      </section>
    `;
  }

  #in(): TemplateResult {
    const { app, records } = this.app.messages;
    const { files: say } = records;
    return html`
      <section class="card stack" aria-labelledby="in">
        <h2 id="in">${say.in}</h2>
        <file-drop accept=".csv,.json,text/csv,application/json" label=${say.choose} help=${say.chooseHelp} button=${app.chooseFiles}
          @files=${this.#chosen}></file-drop>
        <div role="status" class="stack">
          ${this._told === undefined ? nothing : html`<p>${this._told}</p>`}
          ${this._plan === undefined ? nothing : this.#planned(this._plan)}
        </div>
      </section>
    `;
  }

  #planned(plan: FilePlan): TemplateResult {
    const { files: say } = this.app.messages.records;
    if (plan.outcome === 'not-ours') return html`<p class="error">${say.notOurs}</p>`;
    if (plan.outcome === 'columns-missing') return html`<p class="error">${say.columns(plan.columns.join(', '))}</p>`;
    const { people, records } = plan;
    const isNothing = (people?.people.length ?? 0) + records.checkIns.length + records.corrections.length === 0;
    return html`
      ${people === undefined ? nothing : html`<h3>${say.peoplePlan}</h3> ${this.#rows(people.rows)}`}
      <h3>${say.recordsPlan}</h3>
      ${this.#rows(records.rows)}
      ${
        isNothing
          ? html`<p>${say.nothing}</p>`
          : html`<div><button class="primary import" ?disabled=${this._isBusy} @click=${() => this.#import(plan)}>${say.import}</button></div>`
      }
    `;
  }

  #rows(rows: Planned['records']['rows'] | NonNullable<Planned['people']>['rows']): TemplateResult {
    const { records, bulk, language } = this.app.messages;
    const { files: say } = records;
    const outcomes = ['new', 'changed', 'same', 'repeated', 'refused'] as const;
    const digits = new Intl.NumberFormat(language);
    const refused = rows.flatMap((row) => (row.outcome === 'refused' ? [row] : []));
    return html`
      <p class="row">
        ${outcomes.map((outcome) => {
          const count = rows.filter((row) => row.outcome === outcome).length;
          const look = { new: 'good', changed: 'good', same: '', repeated: 'unsure', refused: 'bad' }[outcome];
          return count === 0 ? nothing : html`<span class="badge ${look}">${say.rows[outcome](count)}</span>`;
        })}
      </p>
      <ul class="fine">
        ${refused.slice(0, MOST_LISTED).map(({ row, reason }) => {
          const why =
            reason in say.refusals
              ? say.refusals[reason as keyof typeof say.refusals]
              : bulk.refusals[reason as keyof typeof bulk.refusals];
          return html`<li>${say.row(digits.format(row), why)}</li>`;
        })}
      </ul>
    `;
  }

  async #export(kind: 'csv' | 'json'): Promise<void> {
    const { store } = this.app;
    const { from, to } = this._isAll ? { from: '', to: '9999-12-31' } : (this._period ?? { from: '', to: '' });
    const log = await store.log.between(from, to);
    const people = store.people.all.current;
    if (kind === 'csv') saveFile('records.csv', writeRecordsCsv(log, people, this._delimiter), CSV);
    else saveFile('attendance.json', writeAttendanceJson(people, log), JSON_FILE);
    await store.audit.add('exported', { count: log.checkIns.length + log.corrections.length });
  }

  async #chosen({ detail: [file] }: CustomEvent<readonly File[]>): Promise<void> {
    if (file === undefined) return;
    this._told = undefined;
    this._plan = await planFileImport(new Uint8Array(await file.arrayBuffer()), this.app.store);
  }

  async #import({ people, records }: Planned): Promise<void> {
    const { store, messages } = this.app;
    const { records: say, people: count } = messages;
    this._isBusy = true;
    try {
      await store.people.save(people?.people ?? []);
      await store.log.add(records);
      const entries = records.checkIns.length + records.corrections.length;
      this._told = say.files.imported(count.count(people?.people.length ?? 0), say.entries(entries));
      this._plan = undefined;
    } catch (error) {
      this._told = tellFailure(error, messages);
    } finally {
      this._isBusy = false;
    }
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        gap: 1rem;
        align-items: start;
      }

      h3 {
        font-size: 1rem;
      }
    `,
  ];
}

const MOST_LISTED = 100;

customElements.define('records-files', RecordsFiles);
