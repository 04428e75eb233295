import { css, html, nothing, type TemplateResult } from 'lit';
import { View } from '../../app/view.ts';
import type { AttendanceRecord, CorrectedChange, Correction } from '../../domain/correction.ts';
import type { PersonId } from '../../domain/person.ts';
import type { LocalDate } from '../../domain/place-time.ts';
import { listUnderDays } from '../../domain/records/working-days.ts';
import { controls } from '../../styles/controls.ts';
import { sayDate, sayMoment, sayTime } from '../parts/dates.ts';
import { isolated } from '../parts/isolated.ts';
import '../parts/app-dialog.ts';
import './correction-form.ts';

/** What somebody is about to correct. */
type Begun = { readonly kind: 'add' } | { readonly kind: 'change' | 'strike'; readonly record: AttendanceRecord };

/** All that was recorded of one person on one day, with what was corrected and by whom, and the way to correct it. */
class PersonDayDialog extends View {
  static override properties = {
    ...View.properties,
    personId: { attribute: false },
    day: { attribute: false },
    records: { attribute: false },
    _begun: { state: true },
  };

  declare personId: PersonId;
  declare day: LocalDate;
  /** Of the days around it as well, of everybody. */
  declare records: readonly AttendanceRecord[];
  declare _begun: Begun | undefined;

  protected override render(): TemplateResult {
    const { messages, store } = this.app;
    const { records: say, language } = messages;
    const person = store.people.get(this.personId);
    const shown = this.#shown();
    const close = () => this.dispatchEvent(new CustomEvent('closed'));
    const heading = say.correct.title(isolated(person?.name ?? say.unknown), isolated(sayDate(this.day, language)));
    return html`
      <app-dialog heading=${heading} @closed=${close}>
        ${shown.length === 0 ? html`<p class="fine">${say.correct.none}</p>` : nothing}
        <ul class="stack">${shown.map((record) => this.#record(record, person !== undefined))}</ul>
        ${this._begun === undefined ? nothing : this.#form(this._begun)}
        <div class="row">
          ${person === undefined ? html`<p class="fine">${say.correct.gone}</p>` : this.#ways(close)}
          <button @click=${close}>${messages.app.close}</button>
        </div>
      </app-dialog>
    `;
  }

  #ways(close: () => void): TemplateResult {
    const { records: say } = this.app.messages;
    const add = () => {
      this._begun = { kind: 'add' };
    };
    const history = () => {
      this.dispatchEvent(new CustomEvent('history', { detail: this.personId, bubbles: true, composed: true }));
      close();
    };
    return html`
      ${this._begun === undefined ? html`<button class="add" @click=${add}>${say.correct.add}</button>` : nothing}
      <button @click=${history}>${say.person.history}</button>
    `;
  }

  /** What is listed under the day; and what is struck, which is listed under none, by its date. */
  #shown(): readonly AttendanceRecord[] {
    const own = this.records.filter(({ person }) => person === this.personId);
    const dated = listUnderDays(own, this.app.store.settings.current.current);
    const listed = new Set(dated.filter(({ day }) => day === this.day).map(({ id }) => id));
    return own.filter(({ id, struck, localDate }) => listed.has(id) || (struck && localDate === this.day));
  }

  #record(record: AttendanceRecord, canCorrect: boolean): TemplateResult {
    const { records: say } = this.app.messages;
    const { struck, clock, corrections } = record;
    const begin = (kind: 'change' | 'strike') => () => {
      this._begun = { kind, record };
    };
    return html`
      <li class="record">
        <p class=${struck ? 'struck' : ''}><strong>${this.#what(record)}</strong>, ${say.how[record.how]}</p>
        ${struck ? html`<span class="badge bad">${say.struck}</span>` : nothing}
        ${clock.state === 'off' ? html`<p class="fine">${this.#clock(clock.aheadSeconds)}</p>` : nothing}
        ${corrections.length === 0 ? nothing : this.#trail(record)}
        ${
          canCorrect
            ? html`
              <div class="row">
                <button class="quiet change" @click=${begin('change')}>${say.correct.change}</button>
                ${struck ? nothing : html`<button class="quiet strike" @click=${begin('strike')}>${say.correct.strike}</button>`}
              </div>
            `
            : nothing
        }
      </li>
    `;
  }

  #trail({ original, corrections }: AttendanceRecord): TemplateResult {
    const { records: say } = this.app.messages;
    const first = original && say.correct.trail.first(this.#what(original), say.how[original.how]);
    return html`
      <ol class="trail fine">
        ${first === undefined ? nothing : html`<li>${first}</li>`}
        ${corrections.map((correction) => html`<li>${this.#correction(correction)}</li>`)}
      </ol>
    `;
  }

  #what({ localTime, direction }: Pick<AttendanceRecord, 'localTime' | 'direction'>): string {
    const { records: say, language } = this.app.messages;
    return `${sayTime(localTime, language)} ${say.directions[direction]}`;
  }

  #clock(aheadSeconds: number): string {
    const { clock } = this.app.messages.records;
    const minutes = clock.minutes(Math.max(1, Math.round(Math.abs(aheadSeconds) / 60)));
    return aheadSeconds < 0 ? clock.behind(minutes) : clock.ahead(minutes);
  }

  #correction({ change, by, reason, instant, zone }: Correction): string {
    const { records, language } = this.app.messages;
    const { trail: say } = records.correct;
    const what = this.#changed(change);
    return `${what}. ${by === '' ? say.erased : say.by(by, sayMoment(instant, zone, language), reason)}`;
  }

  #changed(change: CorrectedChange): string {
    const { trail: say } = this.app.messages.records.correct;
    if (change.kind === 'strike') return say.strike;
    return say[change.kind](this.#what({ ...change.time, direction: change.direction }));
  }

  #form(begun: Begun): TemplateResult {
    const end = () => {
      this._begun = undefined;
    };
    return html`
      <correction-form .app=${this.app} .personId=${this.personId} .day=${this.day} kind=${begun.kind}
        .record=${'record' in begun ? begun.record : undefined} @closed=${end}></correction-form>
    `;
  }

  static override styles = [
    controls,
    css`
      .record {
        display: grid;
        gap: 0.25rem;
        justify-items: start;
        padding-block-end: 0.5rem;
        border-block-end: 1px solid var(--line);
      }

      .struck {
        color: var(--muted);
        text-decoration: line-through;
      }

      .trail {
        padding-inline-start: 1rem;
        border-inline-start: 3px solid var(--line);
      }

      .record .row {
        gap: 0;
      }

      .record .quiet {
        padding-inline: 0.5rem;
        color: var(--accent);
      }
    `,
  ];
}

customElements.define('person-day', PersonDayDialog);
