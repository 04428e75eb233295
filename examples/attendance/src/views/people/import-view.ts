import { css, html, nothing, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import { readCsv } from '../../domain/csv/read-csv.ts';
import type { Consent } from '../../domain/person.ts';
import { type LocalDate, placeTimeAt, readTypedTime } from '../../domain/place-time.ts';
import { consentWording } from '../../people/consent-wording.ts';
import { ImportJob } from '../../people/import-job.ts';
import { type BulkPlan, type BulkWork, planBulk, workOf } from '../../people/plan-bulk.ts';
import type { Live } from '../../store/live.ts';
import { controls } from '../../styles/controls.ts';
import { pathOf } from '../parts/file-drop.ts';
import './import-progress.ts';
import './import-report.ts';

type Planned = Extract<BulkPlan, { outcome: 'planned' }>;

/** What was agreed to by everybody whose consent the list does not have. */
interface Agreed {
  readonly face: boolean;
  readonly photographs: boolean;
  readonly date: LocalDate;
}

/** Adds many people: a list, photographs, or both; what would happen is seen before it does. */
class ImportView extends View {
  static override properties = {
    ...View.properties,
    _list: { state: true },
    _encoding: { state: true },
    _files: { state: true },
    _plan: { state: true },
    _agreed: { state: true },
    _job: { state: true },
  };

  /** Of the list that was chosen. */
  declare _list: Uint8Array | undefined;
  declare _encoding: string | undefined;
  /** By their paths. */
  declare _files: ReadonlyMap<string, File>;
  declare _plan: BulkPlan | undefined;
  declare _agreed: Agreed | undefined;
  declare _job: ImportJob | undefined;

  constructor() {
    super();
    this._files = new Map();
  }

  protected override lives(): readonly Live<unknown>[] {
    return [this.app.faces.state];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._job?.stop();
  }

  protected override render(): TemplateResult {
    const { bulk: say } = this.app.messages;
    return html`
      <div class="stack">
        <h1>${say.title}</h1>
        ${this._job === undefined ? html`<p>${say.intro}</p> ${this.#chosen()} ${this.#planned()}` : nothing}
        ${
          this._job === undefined
            ? nothing
            : html`<import-progress .app=${this.app} .job=${this._job} @again=${this.#clear}></import-progress>`
        }
      </div>
    `;
  }

  #chosen(): TemplateResult {
    const { bulk: say } = this.app.messages;
    const count = this._files.size;
    return html`
      <div class="choices">
        <file-drop class="list" label=${say.list} button=${this.app.messages.app.chooseFiles} help=${say.listHelp} accept=".csv,.tsv,.txt,text/csv" @files=${this.#listChosen}></file-drop>
        <file-drop class="photographs" multiple label=${say.photographs} button=${this.app.messages.app.chooseFiles} help=${say.photographsHelp} accept="image/*"
          @files=${this.#photographsChosen}></file-drop>
        <file-drop class="folder" folder label=${say.folder} button=${this.app.messages.app.chooseFiles} help=${say.folderHelp} @files=${this.#photographsChosen}></file-drop>
      </div>
      ${
        count === 0 && this._list === undefined
          ? nothing
          : html`
            <div class="row">
              ${count === 0 ? nothing : html`<span class="fine">${say.chosen(count)}</span>`}
              <button @click=${this.#clear}>${say.clear}</button>
            </div>
          `
      }
    `;
  }

  #planned(): TemplateResult | typeof nothing {
    const { bulk: say } = this.app.messages;
    const plan = this._plan;
    if (plan === undefined) return nothing;
    if (plan.outcome === 'no-name-column') {
      const header = plan.header.filter((heading) => heading !== '').join(', ');
      return html`<p class="card error" role="alert">${header === '' ? say.empty : say.noNameColumn(header)}</p>`;
    }
    if (plan.rows.length === 0) return html`<p class="card error" role="alert">${say.empty}</p>`;
    const work = workOf(plan, this.#consent(), this.#contract);
    return html`
      ${plan.encodingGuessed || this._encoding !== undefined ? this.#encodings(plan) : nothing}
      ${plan.unusedColumns.length > 0 ? html`<p class="fine">${say.unusedColumns(plan.unusedColumns.join(', '))}</p>` : nothing}
      ${plan.unusedPaths.length > 0 ? html`<p class="fine">${say.unusedPhotographs(plan.unusedPaths.length)}</p>` : nothing}
      ${work.withoutConsent.length > 0 ? this.#consentForm(work) : nothing}
      ${this.#begin(work)}
      <import-report .app=${this.app} .plan=${plan}></import-report>
    `;
  }

  #encodings({ encoding }: Planned): TemplateResult {
    const { bulk: say } = this.app.messages;
    const choose = ({ currentTarget }: Event) => {
      this._encoding = (currentTarget as HTMLSelectElement).value;
      this.#makePlan();
    };
    const names = [...new Set([encoding, ...ENCODINGS])];
    return html`
      <label class="card">${say.encodingGuessed(encoding)}
        <select @change=${choose} aria-label=${say.encoding}>
          ${names.map((name) => html`<option value=${name} ?selected=${name === encoding}>${name}</option>`)}
        </select>
      </label>
    `;
  }

  #consentForm({ withoutConsent }: BulkWork): TemplateResult {
    const { consent: say } = this.app.messages.bulk;
    const agreed = this._agreed;
    const change = (changes: Partial<Agreed>) => {
      this._agreed = { face: false, photographs: false, date: this.#today, ...agreed, ...changes };
    };
    const checked = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement).checked;
    return html`
      <fieldset class="card stack">
        <legend class="unseen">${say.title}</legend>
        <p>${say.need(withoutConsent.length)}</p>
        <label class="check">
          <input type="checkbox" class="face" .checked=${agreed?.face === true}
            @change=${(event: Event) => change({ face: checked(event), photographs: false })} /><span>${say.have}</span>
        </label>
        <label class="check">
          <input type="checkbox" class="keep" .checked=${agreed?.photographs === true} ?disabled=${agreed?.face !== true}
            @change=${(event: Event) => change({ photographs: checked(event) })} /><span>${say.photographs}</span>
        </label>
        <label class="date">${say.date}
          <input type="date" .value=${agreed?.date ?? this.#today} max=${this.#today} ?disabled=${agreed?.face !== true}
            @change=${({ currentTarget }: Event) => change({ date: (currentTarget as HTMLInputElement).value || this.#today })} />
        </label>
      </fieldset>
    `;
  }

  #begin(work: BulkWork): TemplateResult {
    const { bulk: say, people } = this.app.messages;
    const [saved, faces] = [work.people.length, work.toEnrol.length];
    if (saved + faces === 0) return html`<p class="card">${say.nothing}</p>`;
    const label =
      saved === 0
        ? say.enrolOnly(say.faces(faces))
        : faces === 0
          ? say.import(people.count(saved))
          : say.importAndEnrol(people.count(saved), say.faces(faces));
    return html`<div><button class="primary begin" @click=${() => this.#run(work)}>${label}</button></div>`;
  }

  #run(work: BulkWork): void {
    const plan = this._plan;
    if (plan?.outcome !== 'planned') return;
    const { store, faces, now } = this.app;
    const filesOf = (id: string) => (plan.photographs.get(id) ?? []).flatMap((path) => this._files.get(path) ?? []);
    this._job = new ImportJob(work, { store, faces, now, filesOf });
    void this._job.run();
  }

  get #contract(): string | undefined {
    const { current } = this.app.faces.state;
    return current.state === 'ready' ? current.verifier.contract : undefined;
  }

  get #today(): LocalDate {
    return placeTimeAt(this.app.now(), this.app.store.settings.current.current.zone).localDate;
  }

  #consent(): Consent | undefined {
    const agreed = this._agreed;
    if (agreed?.face !== true) return undefined;
    const typed = readTypedTime(agreed.date, '12:00', this.app.store.settings.current.current.zone);
    const noon = 'time' in typed ? typed.time.instant : new Date(this.app.now()).toISOString();
    const now = new Date(this.app.now()).toISOString();
    return {
      ...{ at: noon < now ? noon : now, face: true, photographs: agreed.photographs },
      ...{ wording: consentWording(this.app.messages.language), givenBy: 'subject' },
    };
  }

  async #listChosen({ detail: [file] }: CustomEvent<readonly File[]>): Promise<void> {
    if (file === undefined) return;
    this._encoding = undefined;
    this._list = new Uint8Array(await file.arrayBuffer());
    this.#makePlan();
  }

  #photographsChosen({ detail }: CustomEvent<readonly File[]>): void {
    const pictures = detail.filter((file) => PICTURE.test(file.name));
    this._files = new Map([...this._files, ...pictures.map((file) => [pathOf(file), file] as const)]);
    this.#makePlan();
  }

  #makePlan(): void {
    const { people } = this.app.store;
    const table = this._list && readCsv(this._list, this._encoding);
    const source = { table, paths: [...this._files.keys()] };
    this._plan = planBulk(source, { people: people.all.current, erased: people.erasedIds });
  }

  #clear(): void {
    this._list = this._plan = this._agreed = this._job = this._encoding = undefined;
    this._files = new Map();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: 0.75rem;
      }

      .date {
        max-inline-size: 16rem;
      }
    `,
  ];
}

const PICTURE = /\.(?:jpe?g|png|webp|avif)$/i;

/** Those that old spreadsheets wrote, beside the one that was guessed. */
const ENCODINGS = [
  ...['windows-1252', 'windows-1250', 'windows-1251', 'windows-1254', 'windows-1256', 'iso-8859-2', 'macintosh'],
  ...['shift_jis', 'gb18030', 'big5', 'euc-kr', 'utf-16le'],
];

customElements.define('import-view', ImportView);
